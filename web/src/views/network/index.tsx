import { View } from '../../parts/view.tsx'

export function Network() {
  return <View title="Network">…</View>
}
