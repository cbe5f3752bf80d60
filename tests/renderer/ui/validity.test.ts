/** What is said of a field that a form will not take. */
import { expect, it } from 'vitest';
import { fieldTrouble } from '../../../renderer/ui/validity.ts';

it('names what to do for every way a field can be wrong', () => {
  expect(fieldTrouble({ type: 'text', validity: { valueMissing: true } })).toBe('请填写这一栏');
  expect(fieldTrouble({ type: 'text', validity: { patternMismatch: true } })).toBe('请填写这一栏');
  expect(fieldTrouble({ type: 'select-one', validity: { valueMissing: true } })).toBe('请选择一项');
  expect(fieldTrouble({ type: 'number', validity: { valueMissing: true } })).toBe('请填写数字');
  expect(fieldTrouble({ type: 'number', validity: { valueMissing: true, badInput: true } })).toBe('请填写数字');
  expect(fieldTrouble({ type: 'url', validity: { typeMismatch: true } })).toBe('请填写以 http:// 或 https:// 开头的网址');
  expect(fieldTrouble({ type: 'url', validity: { patternMismatch: true } })).toBe('请填写以 http:// 或 https:// 开头的网址');
  expect(fieldTrouble({ type: 'number', min: '1', validity: { rangeUnderflow: true } })).toBe('不能小于 1');
  expect(fieldTrouble({ type: 'number', max: '200', validity: { rangeOverflow: true } })).toBe('不能大于 200');
  expect(fieldTrouble({ type: 'number', validity: { stepMismatch: true } })).toBe('请填写整数');
  expect(fieldTrouble({ type: 'number', step: '0.1', validity: { stepMismatch: true } })).toBe('须是 0.1 的倍数');
  expect(fieldTrouble({ type: 'text', validity: { tooLong: true } })).toBe('太长了，请缩短');
  expect(fieldTrouble({ type: 'text', validity: {} })).toBe('');
});
