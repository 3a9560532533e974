-- What a program opens: the exam, the jobs, and the federal group of jobs whose figures stand beside them.
alter table program
    add column credential text check (credential <> ''),
    add column jobs       text not null default '',
    add column occupation text check (occupation ~ '^[0-9]{2}-[0-9]{4}$');
comment on column program.occupation is 'a code of the federal list (SOC), by which the figures of the comparison are found';

-- The default catalog was installed before these were asked for.
update program set credential = opens.credential, jobs = opens.jobs, occupation = opens.occupation
from (values
    ('associate-health-information-technology', 'RHIT exam', 'medical records and registry jobs', '29-2072'),
    ('bachelor-health-information-management', 'RHIA exam', 'jobs that lead a records or privacy team', '11-9111'),
    ('bachelor-health-informatics', null, 'health data and systems jobs', '29-9021'),
    ('certificate-health-informatics', null, 'health data and systems jobs', '29-9021'),
    ('master-health-informatics', null, 'informatics specialist jobs', '15-1211'),
    ('master-health-information-management', 'RHIA exam', 'senior jobs that lead a department', '11-9111')
) as opens (slug, credential, jobs, occupation)
where program.slug = opens.slug;
