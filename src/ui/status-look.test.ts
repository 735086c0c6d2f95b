import { describe, expect, it } from 'vitest';
import { flags } from '../domain/case/state.ts';
import { econsultStatuses } from '../domain/econsult/econsult.ts';
import { referralStatuses } from '../domain/referral/referral.ts';
import { drawings } from './drawings.ts';
import { statusLook, statusLooks } from './status-look.ts';

describe('the look of a status', () => {
  it('is drawn for every status of the referral', () => {
    expect(Object.keys(statusLooks.referral).sort()).toEqual(Object.keys(referralStatuses).sort());
  });

  it('is drawn for every status of the eConsult', () => {
    expect(Object.keys(statusLooks.econsult).sort()).toEqual(Object.keys(econsultStatuses).sort());
  });

  it('is drawn for every flag', () => {
    expect(Object.keys(statusLooks.flags).sort()).toEqual([...flags].sort());
  });

  it('uses only shapes that exist, and tells the open states of a machine apart by shape alone', () => {
    for (const looks of Object.values(statusLooks)) {
      for (const { icon } of Object.values(looks)) expect(drawings).toHaveProperty(icon);
      const open = Object.values(looks).filter(({ role }) => role !== 'none');
      expect(new Set(open.map(({ icon }) => icon)).size).toBe(open.length);
    }
  });

  it('is that of the flag while one is up', () => {
    expect(statusLook('referral', 'accepted', 'got-worse').icon).toBe('worse');
    expect(statusLook('referral', 'accepted').icon).toBe('half');
  });
});
