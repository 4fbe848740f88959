create type "AmendmentState" as enum ('PENDING', 'ACCEPTED', 'REJECTED', 'WITHDRAWN');
