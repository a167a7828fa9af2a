import { View } from '../../parts/view.tsx'

export function Documents() {
  return <View title="Reports">…</View>
}
