import { View } from '../../parts/view.tsx'

export function Actor() {
  return <View title="Actor">…</View>
}
