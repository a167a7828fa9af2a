import { View } from '../../parts/view.tsx'

export function WorldMap() {
  return <View title="Map">…</View>
}
