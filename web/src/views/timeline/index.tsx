import { View } from '../../parts/view.tsx'

export function Timeline() {
  return <View title="Timeline">…</View>
}
