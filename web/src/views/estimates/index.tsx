import { View } from '../../parts/view.tsx'

export function Estimates() {
  return <View title="Estimates">…</View>
}
