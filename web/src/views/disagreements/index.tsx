import { View } from '../../parts/view.tsx'

export function Disagreements() {
  return <View title="Disagreements">…</View>
}
