import { View } from '../../parts/view.tsx'

export function Dependencies() {
  return <View title="What hangs on what">…</View>
}
