import { RidgelineError } from '../errors.ts';
export interface NativeAddon { createSlab(b: number): object; slabRead(...a: unknown[]): void; slabWrite(...a: unknown[]): void; slabCopy(...a: unknown[]): void; createPlan(...a: unknown[]): object; runSync(...a: unknown[]): never; run(...a: unknown[]): never }
export function loadNative(): NativeAddon { throw new RidgelineError('ERR_NATIVE_LOAD', 'temp'); }
