import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/ask.ts'
import { router } from './router.tsx'
import { KeysProvider } from './shell/keys.tsx'
import './styles/index.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <KeysProvider>
        <RouterProvider router={router} />
      </KeysProvider>
    </QueryClientProvider>
  </StrictMode>,
)
