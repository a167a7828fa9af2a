import { View } from '../../parts/view.tsx'

export function Review() {
  return <View title="Review">…</View>
}
