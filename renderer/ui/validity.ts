/** What a form says of a field that is empty or wrong: in Chinese, whatever language the browser speaks. */
import { useEffect } from 'react';
import { text } from '../text.ts';

/** As much of a field as its trouble can be told from. */
export interface CheckedField {
  readonly type: string;
  readonly min?: string;
  readonly max?: string;
  readonly step?: string;
  readonly validity: Partial<Omit<ValidityState, 'customError'>>;
}

/** @returns what the user is to do about a field that the browser will not take, or '' where nothing is wrong with it. */
export function fieldTrouble({ type, min = '', max = '', step = '', validity }: CheckedField): string {
  const says = text.fields;
  if (validity.badInput === true) return says.number;
  if (validity.valueMissing === true) return type.startsWith('select') ? says.choose : type === 'number' ? says.number : says.missing;
  if (validity.typeMismatch === true || validity.patternMismatch === true) return type === 'url' ? says.link : says.missing;
  if (validity.rangeUnderflow === true) return says.least(min);
  if (validity.rangeOverflow === true) return says.most(max);
  if (validity.stepMismatch === true) return step === '' || step === '1' ? says.whole : says.step(step);
  return validity.tooLong === true ? says.tooLong : '';
}

/** For the whole window. */
export function useFieldTroubles(): void {
  useEffect(() => {
    const told = new Set<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>();
    const tell = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement)) return;
      // It has words of its own.
      if (target.validity.customError) return;
      target.setCustomValidity(fieldTrouble(target));
      told.add(target);
    };
    // Words that were set make a field wrong until they are taken away, also where its value came from elsewhere.
    const forget = () => {
      for (const field of told) field.setCustomValidity('');
      told.clear();
    };
    const causes = ['input', 'change', 'pointerdown', 'keydown'] as const;
    document.addEventListener('invalid', tell, true);
    for (const cause of causes) document.addEventListener(cause, forget, true);
    return () => {
      document.removeEventListener('invalid', tell, true);
      for (const cause of causes) document.removeEventListener(cause, forget, true);
    };
  }, []);
}
