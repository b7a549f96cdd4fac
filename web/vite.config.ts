import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { font } from './plugins/font';
import { land } from './plugins/land';
import { packed } from './plugins/packed';

export default defineConfig({
  plugins: [land(), font(), svelte(), viteSingleFile({ removeViteModuleLoader: true }), packed()],
  build: { target: 'es2022', assetsInlineLimit: 1e8, modulePreload: false, reportCompressedSize: false },
});
