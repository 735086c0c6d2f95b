#!/usr/bin/env node
// npm run build: what the browser gets and the server beside each other, since a first start is waited for.
import { build } from 'vite';

await Promise.all([build({ logLevel: 'warn' }), build({ build: { ssr: true }, logLevel: 'warn' })]);
