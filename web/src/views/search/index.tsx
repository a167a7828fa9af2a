import { View } from '../../parts/view.tsx'

export function Search() {
  return <View title="Search">…</View>
}
