/** Forms in use that may serve a request, each a slug; undefined where there is none. */
export interface OfferedForms {
  /** Of this service at the site that receives: the one its listing names, or the site's for its category. */
  service?: string;
  /** Of this category at the central intake that the site sends through. */
  intakeService?: string;
  /** General form of the intake. */
  intake?: string;
  /** General form of the receiving site. */
  site?: string;
  /** Of the network, for this category of service. */
  category?: string;
}

/**
 * The one form to answer: the service's own, then the intake's for it, the intake's general, the site's general, the
 * network's for the category, and at last the short general one. Whoever owns the form decides where the request goes.
 */
export function formFor(type: 'econsult' | 'referral', offered: OfferedForms): string {
  return (
    offered.service ??
    offered.intakeService ??
    offered.intake ??
    offered.site ??
    offered.category ??
    `general-${type}`
  );
}
