import { View } from '../../parts/view.tsx'

export function Document() {
  return <View title="Report">…</View>
}
