import { DraftCampaignPage, NewCampaignPage } from './indicators/compose-campaign-page.tsx';
import type { SchoolSource } from './indicators/whom-section.tsx';
import { PlanSchoolsChoice } from './plans/plan-schools-choice.tsx';

// Plans come after indicators: only here may the two meet.
const schoolsOfPlans: SchoolSource = (onChoose) => <PlanSchoolsChoice onChoose={onChoose} />;

export function NewCampaign() {
  return <NewCampaignPage schoolSource={schoolsOfPlans} />;
}

export function DraftCampaign() {
  return <DraftCampaignPage schoolSource={schoolsOfPlans} />;
}
