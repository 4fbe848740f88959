-- In a folder of their own: a value can be used once the transaction that adds it has ended.
alter type "ProposalState" add value 'CONVERTED';
alter type "PartyState" add value 'ASKED';
alter type "PartyState" add value 'WITHDRAWN';
