-- What the engine has reported. Written by the projection only; position and rows change in one transaction.

create table projection_position (
    partition_id int primary key,
    position     bigint not null
);

create table process_instance (
    key             bigint primary key,
    bpmn_process_id text        not null,
    version         int         not null,
    parent_key      bigint,
    state           text        not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
    started_at      timestamptz not null,
    ended_at        timestamptz,
    position        bigint      not null
);
create index process_instance_open on process_instance (bpmn_process_id) where state = 'ACTIVE';

create table element_instance (
    key                  bigint primary key,
    process_instance_key bigint      not null,
    element_id           text        not null,
    element_type         text        not null,
    state                text        not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
    started_at           timestamptz not null,
    ended_at             timestamptz,
    position             bigint      not null
);
create index element_instance_process on element_instance (process_instance_key);

create table user_task (
    key                  bigint primary key,
    process_instance_key bigint      not null,
    element_instance_key bigint      not null,
    element_id           text        not null,
    bpmn_process_id      text        not null,
    state                text        not null check (state in ('CREATED', 'COMPLETED', 'CANCELED')),
    assignee             text,
    candidate_groups     text[]      not null,
    due_date             timestamptz,
    priority             int         not null,
    form_key             bigint,
    created_at           timestamptz not null,
    ended_at             timestamptz,
    position             bigint      not null
);
create index user_task_open on user_task using gin (candidate_groups) where state = 'CREATED';
create index user_task_process on user_task (process_instance_key);

create table incident (
    key                  bigint primary key,
    process_instance_key bigint      not null,
    element_instance_key bigint      not null,
    element_id           text        not null,
    bpmn_process_id      text        not null,
    error_type           text        not null,
    error_message        text        not null,
    state                text        not null check (state in ('CREATED', 'RESOLVED')),
    created_at           timestamptz not null,
    resolved_at          timestamptz,
    position             bigint      not null
);
create index incident_open on incident (created_at) where state = 'CREATED';

-- Records that could not be read: kept, so that nothing is lost and nothing stops.
create table unreadable_record (
    topic_partition int         not null,
    topic_offset    bigint      not null,
    reason          text        not null,
    content         bytea,
    seen_at         timestamptz not null,
    primary key (topic_partition, topic_offset)
);
