import type { retention as en } from '../en/retention.ts';

export const retention: typeof en = {
  title: 'Mises en suspens juridiques',
  lead: 'Les demandes sont épurées quand la période pendant laquelle les établissements doivent les garder est finie : dix ans après la dernière inscription, ou après les 18 ans de la personne, sauf si votre établissement les garde plus longtemps. Une demande de cette liste n’est pas épurée, quel que soit son âge, tant que la suspension n’est pas levée.',
  none: 'Rien n’est suspendu.',
  place: 'Suspendre l’épuration d’une demande',
  reference: 'Numéro de référence',
  referenceHint: 'Par exemple ES-1234-5678-9. Votre établissement doit y avoir pris part.',
  why: 'Pourquoi il faut la garder',
  submit: 'Suspendre',
  placed: (name, day) => `suspendue par ${name} le ${day}`,
  lifted: (name, day) => `Levée par ${name} le ${day}`,
  lift: 'Lever la suspension',
  liftWhy: reference => `Pourquoi ${reference} n’a plus besoin d’être gardée`,
  done: {
    placed: 'L’épuration de la demande est suspendue.',
    lifted: 'La suspension est levée.',
  },
  problems: {
    'no-reason': 'Donnez une raison.',
    'no-request':
      'Votre établissement n’a pris part à aucune demande de ce numéro, ou elle est déjà suspendue. Vérifiez le numéro.',
  },
};
