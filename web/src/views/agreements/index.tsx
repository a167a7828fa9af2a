import { View } from '../../parts/view.tsx'

export function Agreements() {
  return <View title="Agreements">…</View>
}
