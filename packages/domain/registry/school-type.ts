import { z } from 'zod';

/**
 * Types of schools that methodologies leave out: correctional, evening and shift, at penal institutions, sanatorium, and in a hospital.
 * Ordinary schools are `general`.
 */
export const SchoolType = z.enum(['general', 'correctional', 'evening', 'penal', 'sanatorium', 'hospital']);
export type SchoolType = z.infer<typeof SchoolType>;
