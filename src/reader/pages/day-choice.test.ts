import { expect, test } from 'vitest';
import { askedDay } from './day-choice.ts';

const of = (sent: Record<string, string>) => (name: string) => sent[name];

test('a day is asked for whole, in parts, or by its year and month', () => {
  expect(askedDay(of({ from: '2026-11-23' }), 'from')).toBe('2026-11-23');
  expect(askedDay(of({ 'from-d': '3', 'from-m': '2', 'from-y': '2026' }), 'from')).toBe('2026-02-03');
  expect(askedDay(of({ 'from-m': '2', 'from-y': '2026' }), 'from')).toBe('2026-02-01');
  expect(askedDay(of({ 'to-m': '2', 'to-y': '2024' }), 'to', 'last')).toBe('2024-02-29');
  expect(askedDay(of({ 'to-y': '2026' }), 'to', 'last')).toBe('2026-12-31');
});

test('what is no day is none', () => {
  expect(askedDay(of({}), 'from')).toBeUndefined();
  expect(askedDay(of({ from: '', 'from-d': '', 'from-m': '', 'from-y': '' }), 'from')).toBeUndefined();
  expect(askedDay(of({ 'from-d': '30', 'from-m': '2', 'from-y': '2026' }), 'from')).toBeUndefined();
  expect(askedDay(of({ 'from-d': '3', 'from-m': '13', 'from-y': '2026' }), 'from')).toBeUndefined();
  expect(askedDay(of({ 'from-d': '<b>', 'from-m': '1', 'from-y': '2026' }), 'from')).toBeUndefined();
  expect(askedDay(of({ 'from-d': '3', 'from-m': '2' }), 'from')).toBeUndefined();
});
