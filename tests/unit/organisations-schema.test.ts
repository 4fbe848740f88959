import { describe, expect, it } from 'vitest';
import { hubForm } from '#lib/hubs/schema.ts';
import { applicationForm, bodyInvitationForm } from '#lib/organisations/schema.ts';

type Form = typeof applicationForm | typeof bodyInvitationForm | typeof hubForm;
const wrong = (form: Form, given: object) => {
  const { error } = form.safeParse(given);
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path[0], message]));
};

describe('A form that is wrong in several places', () => {
  it('says everything of an application at once', () => {
    const empty = { person: '', email: '', role: '', why: '', name: '', number: '', town: '' };
    const company = { ...empty, kind: 'COMPANY', country: 'SE' };
    expect(Object.keys(wrong(applicationForm, company)).sort()).toEqual(
      ['email', 'name', 'number', 'person', 'role', 'town', 'why'].sort(),
    );
    expect(wrong(applicationForm, company).number).toBe('organisations.refusals.numberSE');
    const municipality = { ...empty, kind: 'MUNICIPALITY', country: 'SE', code: '' };
    expect(Object.keys(wrong(applicationForm, municipality)).sort()).toEqual(
      ['code', 'email', 'person', 'role', 'why'].sort(),
    );
  });

  it('says that nothing was chosen beside a missing address', () => {
    const given = { kind: 'MUNICIPALITY', country: 'NO', code: '', email: '' };
    expect(wrong(bodyInvitationForm, given)).toEqual({
      code: 'organisations.refusals.choose',
      email: 'people.signIn.badEmail',
    });
  });

  it('says that a colour is too faint beside a wrong zone', () => {
    const hub = {
      slug: 'x',
      name: 'X',
      country: 'SE',
      zone: 'Nowhere/Here',
      own: 'sv',
      accent: '#ffff99',
      support: '#c8501e',
      operator: 'SE:23',
      adminEmail: 'a@b.example',
      adminName: 'A',
    };
    expect(wrong(hubForm, hub)).toEqual({
      zone: 'house.refusals.zone',
      accent: 'house.refusals.faint',
    });
    expect(wrong(hubForm, { ...hub, zone: 'Europe/Stockholm' })).toEqual({});
  });

  it('still knows a body that is right', () => {
    const given = {
      kind: 'COMPANY',
      country: 'SE',
      name: 'Ett AB',
      number: '556036-0793',
      town: 'Åre',
    };
    expect(bodyInvitationForm.parse({ ...given, email: 'a@b.example' })).toMatchObject({
      number: '5560360793',
      code: '',
    });
  });
});
