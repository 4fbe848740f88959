-- A pilot that was paused goes on, or ends, by a decision.
alter type "DecisionKind" add value 'PILOT_RESUME';
alter type "DecisionKind" add value 'PILOT_END';
