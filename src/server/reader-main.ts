import { runReaderProcess } from './reader-process.ts';

runReaderProcess();
