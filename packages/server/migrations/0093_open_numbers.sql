-- Who reads a form may open its small numbers, with the reason, which the school sees among the steps.
alter table submission_step drop constraint submission_step_move;

alter table submission_step add constraint submission_step_move
check (move in ('send', 'take-back', 'hold', 'let-go', 'accept', 'return', 'open-numbers'));

alter table submission_step drop constraint submission_step_note;

alter table submission_step add constraint submission_step_note
check (move not in ('return', 'open-numbers') or note is not null);
