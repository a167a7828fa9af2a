import { View } from '../../parts/view.tsx'

export function Actors() {
  return <View title="Actors">…</View>
}
