/**
 * Check digits of ИНН (10 digits for organisations) and ОГРН (13 digits), by the rules of the Federal Tax Service
 * (приказ ФНС от 29.06.2012 № ММВ-7-6/435@ for ИНН; приказ Минфина от 30.10.2017 № 165н for ОГРН).
 */
export function isInnOfOrganisation(inn: string): boolean {
  if (!/^\d{10}$/.test(inn)) return false;
  const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(inn[at]), 0);
  return (sum % 11) % 10 === Number(inn[9]);
}

export function isOgrn(ogrn: string): boolean {
  if (!/^\d{13}$/.test(ogrn)) return false;
  return (Number(ogrn.slice(0, 12)) % 11) % 10 === Number(ogrn[12]);
}
