create type "CoauthorState" as enum ('PENDING', 'ACTIVE', 'DECLINED', 'CANCELLED', 'REMOVED', 'LEFT', 'EXPIRED');
