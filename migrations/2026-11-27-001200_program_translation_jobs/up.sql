-- What a program opens, in another language: the exam and the jobs.
alter table program_translation
    add column credential text check (credential <> ''),
    add column jobs       text not null default '';
comment on column program_translation.jobs is 'empty: told in English';

-- The default translation was installed before these were asked for. It never changes otherwise.
alter table program_translation disable trigger program_translation_stands;
update program_translation set credential = opens.credential, jobs = opens.jobs
from (values
    ('associate-health-information-technology', 'examen RHIT', 'empleos de registros y expedientes médicos'),
    ('bachelor-health-information-management', 'examen RHIA', 'empleos que dirigen un equipo de expedientes o privacidad'),
    ('bachelor-health-informatics', null, 'empleos de datos y sistemas de salud'),
    ('certificate-health-informatics', null, 'empleos de datos y sistemas de salud'),
    ('master-health-informatics', null, 'empleos de especialista en informática de salud'),
    ('master-health-information-management', 'examen RHIA', 'empleos de alto nivel que dirigen un departamento')
) as opens (slug, credential, jobs), catalog
where program_translation.slug = opens.slug and catalog.id = catalog_id and catalog.number = 1 and locale = 'es';
alter table program_translation enable trigger program_translation_stands;
