-- What the student told us about themselves. Every field may stay empty; none adds points.
create table profile (
    student_id uuid primary key references student (person_id) on delete cascade,
    called     text not null check (called <> '' and length(called) <= 80),
    education  text check (education in ('hs', 'some_college', 'associate', 'bachelor', 'master')),
    credits    smallint check (credits between 0 and 600),
    unit       text check (unit in ('quarter', 'semester', 'not_sure')),
    years      smallint check (years between 1 and 6),
    pace       text check (pace in ('full', 'half')),
    cost       text check (cost in ('lowest', 'moderate', 'flexible')),
    supervise  text check (supervise in ('yes', 'maybe', 'no')),
    setting    text check (setting in ('hospital_clinic', 'physician_office', 'residential_care', 'government', 'insurer',
                                       'consulting', 'health_company', 'remote', 'no_preference')),
    pay        text check (pay in ('top', 'one_of_several', 'low')),
    matters    text check (length(matters) <= 500),
    saved_at   timestamptz
);
comment on column profile.saved_at is 'null: never saved by the student, only the first name is filled in';
