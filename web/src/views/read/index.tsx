import { View } from '../../parts/view.tsx'

export function Read() {
  return <View title="Read">…</View>
}
