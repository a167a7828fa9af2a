import { View } from '../../parts/view.tsx'

export function Briefing() {
  return <View title="Briefing">…</View>
}
