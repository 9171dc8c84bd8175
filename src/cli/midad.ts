#!/usr/bin/env node
import { keepCompiled } from './compile-cache.ts';

// Before anything else is loaded.
keepCompiled();
const { run } = await import('../main.ts');
process.exitCode = await run(process.argv);
