-- In a folder of their own: a value can be used once the transaction that adds it has ended.
alter type "ProposalState" add value 'NEEDS_INFO';
alter type "ProposalState" add value 'PARKED';
alter type "ProposalState" add value 'WITHDRAWN';
