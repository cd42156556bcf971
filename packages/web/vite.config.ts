import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { componentStyles } from './component-styles.ts';

export default defineConfig({
  plugins: [componentStyles(), react()],
  build: { outDir: '../../dist/web', emptyOutDir: true, target: 'es2022', sourcemap: false, manifest: true },
  server: { proxy: { '/api': 'http://127.0.0.1:4680' } },
});
