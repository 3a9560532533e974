--
-- PostgreSQL database dump
--

\restrict hyewa2CsufNIuiC20QixvBdl9fsqOT80lpaBD53rQRKWRYprcfeWRBu2w3EMT7Z

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: advice_looks_at_student(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.advice_looks_at_student() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    update student set looked_at = greatest(looked_at, new.created_at) where newest_result_id = new.result_id;
    return null;
end $$;


--
-- Name: note_looks_at_student(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.note_looks_at_student() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    update student set looked_at = greatest(looked_at, new.created_at) where person_id = new.student_id;
    return null;
end $$;


--
-- Name: queue_place(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.queue_place(newest_result_at timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE(newest_result_at, '-infinity'::timestamp with time zone);


--
-- Name: refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception '% rows do not change', tg_table_name using errcode = 'restrict_violation';
end $$;


--
-- Name: stands_above(timestamp with time zone, uuid, timestamp with time zone, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.stands_above(newest_result_at timestamp with time zone, id uuid, mark_at timestamp with time zone, mark uuid) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (ROW(COALESCE(newest_result_at, '-infinity'::timestamp with time zone), id) > ROW(COALESCE(mark_at, '-infinity'::timestamp with time zone), mark));


--
-- Name: stands_below(timestamp with time zone, uuid, timestamp with time zone, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.stands_below(newest_result_at timestamp with time zone, id uuid, mark_at timestamp with time zone, mark uuid) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (ROW(COALESCE(newest_result_at, '-infinity'::timestamp with time zone), id) < ROW(COALESCE(mark_at, '-infinity'::timestamp with time zone), mark));


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: __diesel_schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.__diesel_schema_migrations (
    version character varying(50) NOT NULL,
    run_on timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);


--
-- Name: accreditation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accreditation (
    catalog_id uuid NOT NULL,
    program text NOT NULL,
    "position" smallint NOT NULL,
    body text NOT NULL,
    scope text NOT NULL,
    status text NOT NULL,
    since date,
    until date
);


--
-- Name: advice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.advice (
    id uuid NOT NULL,
    result_id uuid NOT NULL,
    author_id uuid NOT NULL,
    author text NOT NULL,
    verdict text NOT NULL,
    reason text,
    words text NOT NULL,
    form_key uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT advice_check CHECK (((verdict = 'agree'::text) OR (reason IS NOT NULL))),
    CONSTRAINT advice_reason_check CHECK ((reason = ANY (ARRAY['work_sooner'::text, 'experience'::text, 'credits'::text, 'student_asked'::text, 'other'::text]))),
    CONSTRAINT advice_verdict_check CHECK ((verdict = ANY (ARRAY['agree'::text, 'hi'::text, 'him'::text, 'either'::text]))),
    CONSTRAINT advice_words_check CHECK ((length(words) <= 5000))
);


--
-- Name: anchor; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.anchor (
    questionnaire_id uuid NOT NULL,
    "position" smallint NOT NULL,
    value smallint,
    label text NOT NULL,
    CONSTRAINT anchor_value_check CHECK (((value >= '-2'::integer) AND (value <= 2)))
);


--
-- Name: COLUMN anchor.value; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.anchor.value IS 'null: the choice off the scale, "I don''t know enough to say"';


--
-- Name: answer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answer (
    attempt_id uuid NOT NULL,
    questionnaire_id uuid NOT NULL,
    item text NOT NULL,
    value smallint,
    answered_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT answer_value_check CHECK (((value >= '-2'::integer) AND (value <= 2)))
);


--
-- Name: assignment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.assignment (
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    advisor_id uuid NOT NULL,
    given_by uuid,
    since timestamp with time zone DEFAULT now() NOT NULL,
    until timestamp with time zone,
    CONSTRAINT assignment_check CHECK ((until >= since))
);


--
-- Name: COLUMN assignment.given_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.assignment.given_by IS 'null: by the rule at confirmation';


--
-- Name: attempt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attempt (
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    questionnaire_id uuid NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    submitted_at timestamp with time zone
);


--
-- Name: audit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit (
    id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    actor_id uuid,
    action text NOT NULL,
    subject text NOT NULL,
    subject_id uuid,
    student_id uuid,
    request_id uuid
);


--
-- Name: dimension; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dimension (
    questionnaire_id uuid NOT NULL,
    code text NOT NULL,
    "position" smallint NOT NULL,
    weight smallint NOT NULL,
    hi_pole text NOT NULL,
    him_pole text NOT NULL,
    CONSTRAINT dimension_weight_check CHECK ((weight > 0))
);


--
-- Name: item; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.item (
    questionnaire_id uuid NOT NULL,
    name text NOT NULL,
    "position" smallint NOT NULL,
    part smallint NOT NULL,
    dimension text NOT NULL,
    key smallint NOT NULL,
    text text NOT NULL,
    CONSTRAINT item_key_check CHECK ((key = ANY (ARRAY['-1'::integer, 1]))),
    CONSTRAINT item_name_check CHECK ((name ~ '^[a-z][a-z0-9]{0,15}$'::text)),
    CONSTRAINT item_part_check CHECK ((part > 0)),
    CONSTRAINT item_text_check CHECK ((text <> ''::text))
);


--
-- Name: COLUMN item.key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.item.key IS '1: liking it counts for health informatics, -1: for health information management';


--
-- Name: letter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter (
    id uuid NOT NULL,
    kind text NOT NULL,
    person_id uuid,
    result_id uuid,
    to_name text NOT NULL,
    to_email text NOT NULL,
    reply_to text,
    locale text NOT NULL,
    facts jsonb NOT NULL,
    sealed_token bytea,
    message_id text NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    tries smallint DEFAULT 0 NOT NULL,
    next_try_at timestamp with time zone DEFAULT now() NOT NULL,
    leased_until timestamp with time zone,
    lease uuid,
    subject text,
    body_text text,
    body_html text,
    server_words text,
    form_key uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT letter_kind_check CHECK ((kind = ANY (ARRAY['confirm'::text, 'already-registered'::text, 'reset'::text, 'invitation'::text, 'recommendation'::text]))),
    CONSTRAINT letter_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'accepted'::text, 'deferred'::text, 'failed'::text, 'held'::text])))
);


--
-- Name: COLUMN letter.sealed_token; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.letter.sealed_token IS 'the one-time link''s token, sealed with SIGNPOST_SECRET; erased when accepted or failed';


--
-- Name: COLUMN letter.server_words; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.letter.server_words IS 'what the mail server said last';


--
-- Name: person; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person (
    id uuid NOT NULL,
    role text NOT NULL,
    full_name text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    password_hash text NOT NULL,
    locale text DEFAULT 'en'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone,
    deactivated_at timestamp with time zone,
    CONSTRAINT person_email_check CHECK ((length(email) <= 254)),
    CONSTRAINT person_full_name_check CHECK (((full_name <> ''::text) AND (length(full_name) <= 200))),
    CONSTRAINT person_role_check CHECK ((role = ANY (ARRAY['student'::text, 'advisor'::text, 'lead'::text, 'admin'::text])))
);


--
-- Name: COLUMN person.email; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.person.email IS 'as typed: letters go here';


--
-- Name: COLUMN person.email_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.person.email_key IS 'the normalised form (NFKC, lower case, trimmed): one account an address';


--
-- Name: profile; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.profile (
    student_id uuid NOT NULL,
    called text NOT NULL,
    education text,
    credits smallint,
    unit text,
    years smallint,
    pace text,
    cost text,
    supervise text,
    setting text,
    pay text,
    matters text,
    saved_at timestamp with time zone,
    CONSTRAINT profile_called_check CHECK (((called <> ''::text) AND (length(called) <= 80))),
    CONSTRAINT profile_cost_check CHECK ((cost = ANY (ARRAY['lowest'::text, 'moderate'::text, 'flexible'::text]))),
    CONSTRAINT profile_credits_check CHECK (((credits >= 0) AND (credits <= 600))),
    CONSTRAINT profile_education_check CHECK ((education = ANY (ARRAY['hs'::text, 'some_college'::text, 'associate'::text, 'bachelor'::text, 'master'::text]))),
    CONSTRAINT profile_matters_check CHECK ((length(matters) <= 500)),
    CONSTRAINT profile_pace_check CHECK ((pace = ANY (ARRAY['full'::text, 'half'::text]))),
    CONSTRAINT profile_pay_check CHECK ((pay = ANY (ARRAY['top'::text, 'one_of_several'::text, 'low'::text]))),
    CONSTRAINT profile_setting_check CHECK ((setting = ANY (ARRAY['hospital_clinic'::text, 'physician_office'::text, 'residential_care'::text, 'government'::text, 'insurer'::text, 'consulting'::text, 'health_company'::text, 'remote'::text, 'no_preference'::text]))),
    CONSTRAINT profile_supervise_check CHECK ((supervise = ANY (ARRAY['yes'::text, 'maybe'::text, 'no'::text]))),
    CONSTRAINT profile_unit_check CHECK ((unit = ANY (ARRAY['quarter'::text, 'semester'::text, 'not_sure'::text]))),
    CONSTRAINT profile_years_check CHECK (((years >= 1) AND (years <= 6)))
);


--
-- Name: COLUMN profile.saved_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.profile.saved_at IS 'null: never saved by the student, only the first name is filled in';


--
-- Name: result; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.result (
    id uuid NOT NULL,
    attempt_id uuid NOT NULL,
    student_id uuid NOT NULL,
    questionnaire_id uuid NOT NULL,
    catalog_id uuid,
    scoring text NOT NULL,
    outcome text NOT NULL,
    reason text,
    flags text[] DEFAULT '{}'::text[] NOT NULL,
    points smallint NOT NULL,
    hi smallint NOT NULL,
    him smallint NOT NULL,
    answered smallint NOT NULL,
    item_count smallint NOT NULL,
    contributions jsonb NOT NULL,
    profile jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT result_check CHECK (((hi - him) = points)),
    CONSTRAINT result_check1 CHECK (((reason IS NOT NULL) = (outcome = 'EITHER'::text))),
    CONSTRAINT result_hi_check CHECK ((hi >= 0)),
    CONSTRAINT result_him_check CHECK ((him >= 0)),
    CONSTRAINT result_outcome_check CHECK ((outcome = ANY (ARRAY['HI_CLEAR'::text, 'HI_LEAN'::text, 'EITHER'::text, 'HIM_LEAN'::text, 'HIM_CLEAR'::text, 'INSUFFICIENT'::text]))),
    CONSTRAINT result_reason_check CHECK ((reason = ANY (ARRAY['CONFLICT'::text, 'BOTH_APPEAL'::text, 'NEITHER_APPEALS'::text, 'NO_OPINION'::text, 'BALANCED'::text])))
);


--
-- Name: COLUMN result.points; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.result.points IS 'toward health informatics if positive, toward health information management if negative';


--
-- Name: COLUMN result.profile; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.result.profile IS 'a copy of the profile used, as it was';


--
-- Name: student; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.student (
    person_id uuid NOT NULL,
    advisor_id uuid,
    newest_result_id uuid,
    newest_result_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    looked_at timestamp with time zone
);


--
-- Name: COLUMN student.looked_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.student.looked_at IS 'last note, or advice on the newest result';


--
-- Name: caseload; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.caseload AS
 SELECT s.person_id,
    s.newest_result_at,
    ((s.newest_result_at IS NOT NULL) AND ((s.looked_at IS NULL) OR (s.looked_at < s.newest_result_at))) AS is_waiting,
    p.full_name,
    p.last_seen_at,
    advisor.full_name AS advisor,
    f.credits,
    f.unit,
    r.outcome,
    r.reason,
    r.points,
    r.hi,
    r.him,
    r.answered,
    r.item_count,
    ( SELECT (2 * sum(d.weight))
           FROM (public.item i
             JOIN public.dimension d ON (((d.questionnaire_id = i.questionnaire_id) AND (d.code = i.dimension))))
          WHERE (i.questionnaire_id = r.questionnaire_id)) AS most,
    w.verdict,
    w.author_id AS advice_author_id,
    w.author AS advice_author,
    a.saved_at AS attempt_saved_at,
    ( SELECT count(*) AS count
           FROM public.answer
          WHERE (answer.attempt_id = a.id)) AS attempt_answered,
    ( SELECT count(*) AS count
           FROM public.item
          WHERE (item.questionnaire_id = a.questionnaire_id)) AS attempt_items,
    (l.id IS NOT NULL) AS has_failed_letter,
    l.server_words
   FROM (((((((public.student s
     JOIN public.person p ON ((p.id = s.person_id)))
     LEFT JOIN public.profile f ON ((f.student_id = s.person_id)))
     LEFT JOIN public.person advisor ON ((advisor.id = s.advisor_id)))
     LEFT JOIN public.result r ON ((r.id = s.newest_result_id)))
     LEFT JOIN public.attempt a ON (((a.student_id = s.person_id) AND (a.submitted_at IS NULL))))
     LEFT JOIN LATERAL ( SELECT advice.verdict,
            advice.author_id,
            advice.author
           FROM public.advice
          WHERE (advice.result_id = r.id)
          ORDER BY advice.created_at DESC, advice.id DESC
         LIMIT 1) w ON (true))
     LEFT JOIN LATERAL ( SELECT letter.id,
            letter.server_words
           FROM public.letter
          WHERE ((letter.person_id = s.person_id) AND (letter.state = 'failed'::text) AND (NOT (EXISTS ( SELECT
                   FROM public.letter later
                  WHERE ((later.person_id = letter.person_id) AND (later.kind = letter.kind) AND (later.id > letter.id) AND (later.state <> 'failed'::text))))))
          ORDER BY letter.created_at DESC
         LIMIT 1) l ON (true));


--
-- Name: COLUMN caseload.has_failed_letter; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.caseload.has_failed_letter IS 'a letter failed, and no later one of its kind is on its way or accepted';


--
-- Name: catalog; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.catalog (
    id uuid NOT NULL,
    number integer NOT NULL,
    status text NOT NULL,
    effective date NOT NULL,
    transfer_cap_percent smallint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    published_at timestamp with time zone,
    CONSTRAINT catalog_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text]))),
    CONSTRAINT catalog_transfer_cap_percent_check CHECK (((transfer_cap_percent >= 0) AND (transfer_cap_percent <= 100)))
);


--
-- Name: COLUMN catalog.transfer_cap_percent; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.catalog.transfer_cap_percent IS 'how much of a program may come from credits the student has';


--
-- Name: claim; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.claim (
    key text NOT NULL,
    program text NOT NULL,
    topic text NOT NULL,
    fact text,
    historical boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT claim_fact_check CHECK ((fact ~ '^C[0-9]{2}$'::text)),
    CONSTRAINT claim_key_check CHECK ((key ~ '^[a-z0-9.-]{1,80}$'::text)),
    CONSTRAINT claim_program_check CHECK ((program = ANY (ARRAY['hi'::text, 'him'::text, 'both'::text, 'none'::text])))
);


--
-- Name: COLUMN claim.fact; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.claim.fact IS 'the statement of the source article that this represents or answers';


--
-- Name: claim_revision; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.claim_revision (
    id uuid NOT NULL,
    claim_key text NOT NULL,
    number integer NOT NULL,
    status text NOT NULL,
    label text NOT NULL,
    value double precision,
    text text,
    unit text NOT NULL,
    statistic text NOT NULL,
    population text NOT NULL,
    soc text,
    area text NOT NULL,
    period_start text NOT NULL,
    period_end text,
    source text NOT NULL,
    disclaimer text,
    checked text NOT NULL,
    reviewed_on date,
    review_due date,
    note text,
    why text DEFAULT ''::text NOT NULL,
    author_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    published_at timestamp with time zone,
    CONSTRAINT claim_revision_check CHECK (((value IS NULL) <> (text IS NULL))),
    CONSTRAINT claim_revision_check1 CHECK (((status = 'draft'::text) OR (unit <> 'usd_per_year'::text) OR ((statistic <> 'none'::text) AND (disclaimer IS NOT NULL) AND (area <> ''::text)))),
    CONSTRAINT claim_revision_check2 CHECK (((status = 'draft'::text) OR (statistic <> 'projection'::text) OR (period_end IS NOT NULL))),
    CONSTRAINT claim_revision_checked_check CHECK ((checked = ANY (ARRAY['P'::text, 'S'::text, 'M'::text]))),
    CONSTRAINT claim_revision_label_check CHECK ((label <> ''::text)),
    CONSTRAINT claim_revision_period_end_check CHECK ((period_end ~ '^[0-9]{4}(-(0[1-9]|1[0-2]))?$'::text)),
    CONSTRAINT claim_revision_period_start_check CHECK ((period_start ~ '^[0-9]{4}(-(0[1-9]|1[0-2]))?$'::text)),
    CONSTRAINT claim_revision_statistic_check CHECK ((statistic = ANY (ARRAY['median'::text, 'mean'::text, 'p10'::text, 'p25'::text, 'p75'::text, 'p90'::text, 'projection'::text, 'count'::text, 'share'::text, 'price'::text, 'rating'::text, 'none'::text]))),
    CONSTRAINT claim_revision_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'live'::text, 'past'::text]))),
    CONSTRAINT claim_revision_unit_check CHECK ((unit = ANY (ARRAY['usd_per_year'::text, 'usd'::text, 'percent'::text, 'count'::text, 'scale_1_7'::text, 'credits'::text, 'years'::text, 'text'::text]))),
    CONSTRAINT claim_revision_value_check CHECK ((value >= (0)::double precision))
);


--
-- Name: COLUMN claim_revision.checked; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.claim_revision.checked IS 'P: read at the source; S: in a second copy; M: not confirmed. S and M show "To be checked"';


--
-- Name: desk; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.desk (
    advisor_id uuid NOT NULL,
    students integer DEFAULT 0 NOT NULL,
    last_given_at timestamp with time zone,
    CONSTRAINT desk_students_check CHECK ((students >= 0))
);


--
-- Name: disclaimer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.disclaimer (
    key text NOT NULL,
    text text NOT NULL,
    CONSTRAINT disclaimer_key_check CHECK ((key ~ '^[a-z0-9.-]{1,80}$'::text))
);


--
-- Name: invitation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.invitation (
    id uuid NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    full_name text NOT NULL,
    role text NOT NULL,
    invited_by uuid NOT NULL,
    form_key uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    accepted_at timestamp with time zone,
    CONSTRAINT invitation_email_check CHECK ((length(email) <= 254)),
    CONSTRAINT invitation_full_name_check CHECK (((full_name <> ''::text) AND (length(full_name) <= 200))),
    CONSTRAINT invitation_role_check CHECK ((role = ANY (ARRAY['advisor'::text, 'lead'::text, 'admin'::text])))
);


--
-- Name: ladder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ladder (
    catalog_id uuid NOT NULL,
    key text NOT NULL,
    "position" smallint NOT NULL,
    title text NOT NULL,
    era text NOT NULL,
    note text NOT NULL,
    CONSTRAINT ladder_era_check CHECK ((era = ANY (ARRAY['current'::text, 'historical'::text])))
);


--
-- Name: letter_claim; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_claim (
    letter_id uuid NOT NULL,
    revision_id uuid NOT NULL
);


--
-- Name: letter_try; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_try (
    letter_id uuid NOT NULL,
    number smallint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    state text NOT NULL,
    words text NOT NULL
);


--
-- Name: note; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.note (
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    author_id uuid NOT NULL,
    author text NOT NULL,
    author_role text NOT NULL,
    level text NOT NULL,
    body text NOT NULL,
    contact_on date,
    contact_how text,
    topic text,
    form_key uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT note_body_check CHECK (((body <> ''::text) AND (length(body) <= 20000))),
    CONSTRAINT note_contact_how_check CHECK ((contact_how = ANY (ARRAY['in_person'::text, 'phone'::text, 'video'::text, 'email'::text]))),
    CONSTRAINT note_level_check CHECK ((level = ANY (ARRAY['student'::text, 'advisors'::text, 'restricted'::text]))),
    CONSTRAINT note_topic_check CHECK ((topic = ANY (ARRAY['program'::text, 'credits'::text, 'money'::text, 'work'::text, 'other'::text])))
);


--
-- Name: COLUMN note.level; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note.level IS 'student: the student too; advisors: the student''s advisor and leads; restricted: author and leads';


--
-- Name: page; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.page (
    slug text NOT NULL,
    "position" smallint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT page_slug_check CHECK ((slug ~ '^[a-z0-9-]{1,80}$'::text))
);


--
-- Name: page_revision; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.page_revision (
    id uuid NOT NULL,
    page_slug text NOT NULL,
    number integer NOT NULL,
    status text NOT NULL,
    title text NOT NULL,
    lead text NOT NULL,
    hint text DEFAULT ''::text NOT NULL,
    body text NOT NULL,
    author text NOT NULL,
    employer text NOT NULL,
    relationship text NOT NULL,
    content_type text NOT NULL,
    review_due date,
    why text DEFAULT ''::text NOT NULL,
    author_id uuid,
    form_key uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    published_at timestamp with time zone,
    CONSTRAINT page_revision_body_check CHECK ((length(body) <= 200000)),
    CONSTRAINT page_revision_content_type_check CHECK ((content_type = ANY (ARRAY['editorial'::text, 'ad'::text]))),
    CONSTRAINT page_revision_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'live'::text, 'past'::text]))),
    CONSTRAINT page_revision_title_check CHECK ((title <> ''::text))
);


--
-- Name: program; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.program (
    catalog_id uuid NOT NULL,
    slug text NOT NULL,
    "position" smallint NOT NULL,
    field text NOT NULL,
    title text NOT NULL,
    award text NOT NULL,
    entry text NOT NULL,
    credits smallint NOT NULL,
    transfer_cap_percent smallint,
    summary text NOT NULL,
    leads_to text NOT NULL,
    length text NOT NULL,
    cost_note text NOT NULL,
    entry_note text NOT NULL,
    disclosure_status text NOT NULL,
    disclosure_text text NOT NULL,
    disclosure_url text,
    disclosure_as_of date,
    CONSTRAINT program_award_check CHECK ((award = ANY (ARRAY['associate'::text, 'bachelor'::text, 'certificate'::text, 'master'::text]))),
    CONSTRAINT program_credits_check CHECK ((credits > 0)),
    CONSTRAINT program_disclosure_status_check CHECK ((disclosure_status = ANY (ARRAY['not_measured'::text, 'pass'::text, 'fail'::text]))),
    CONSTRAINT program_entry_check CHECK ((entry = ANY (ARRAY['hs'::text, 'some_college'::text, 'associate'::text, 'bachelor'::text, 'master'::text]))),
    CONSTRAINT program_field_check CHECK ((field = ANY (ARRAY['hi'::text, 'him'::text]))),
    CONSTRAINT program_slug_check CHECK ((slug ~ '^[a-z0-9-]{1,80}$'::text)),
    CONSTRAINT program_transfer_cap_percent_check CHECK (((transfer_cap_percent >= 0) AND (transfer_cap_percent <= 100)))
);


--
-- Name: COLUMN program.credits; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.program.credits IS 'quarter credits in all, or after the entry degree for a certificate or a master''s';


--
-- Name: questionnaire; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.questionnaire (
    id uuid NOT NULL,
    number integer NOT NULL,
    status text NOT NULL,
    scoring text NOT NULL,
    stem text NOT NULL,
    lean smallint NOT NULL,
    clear smallint NOT NULL,
    min_answered smallint NOT NULL,
    low_variation_same smallint NOT NULL,
    many_unsure smallint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    published_at timestamp with time zone,
    CONSTRAINT questionnaire_check CHECK ((clear > lean)),
    CONSTRAINT questionnaire_lean_check CHECK ((lean > 0)),
    CONSTRAINT questionnaire_min_answered_check CHECK ((min_answered > 0)),
    CONSTRAINT questionnaire_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text])))
);


--
-- Name: COLUMN questionnaire.lean; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.questionnaire.lean IS 'points of lead from which a program is named';


--
-- Name: registration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.registration (
    email_key text NOT NULL,
    email text NOT NULL,
    full_name text NOT NULL,
    password_hash text NOT NULL,
    locale text DEFAULT 'en'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT registration_email_check CHECK ((length(email) <= 254)),
    CONSTRAINT registration_full_name_check CHECK (((full_name <> ''::text) AND (length(full_name) <= 200)))
);


--
-- Name: rung; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rung (
    catalog_id uuid NOT NULL,
    ladder text NOT NULL,
    "position" smallint NOT NULL,
    title text NOT NULL,
    level text NOT NULL,
    start_audience text[] DEFAULT '{}'::text[] NOT NULL,
    start_credits smallint NOT NULL,
    end_credits smallint NOT NULL,
    credit_system text NOT NULL,
    field text,
    leads_to text,
    CONSTRAINT rung_credit_system_check CHECK ((credit_system = ANY (ARRAY['quarter'::text, 'semester'::text]))),
    CONSTRAINT rung_field_check CHECK ((field = ANY (ARRAY['hi'::text, 'him'::text, 'both'::text]))),
    CONSTRAINT rung_level_check CHECK ((level = ANY (ARRAY['start'::text, 'associate'::text, 'bachelor'::text, 'certificate'::text, 'master'::text])))
);


--
-- Name: saved_part; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.saved_part (
    attempt_id uuid NOT NULL,
    part smallint NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.session (
    hash bytea NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    device text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT session_device_check CHECK ((length(device) <= 300)),
    CONSTRAINT session_hash_check CHECK ((length(hash) = 32))
);


--
-- Name: setting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.setting (
    single boolean DEFAULT true NOT NULL,
    school text NOT NULL,
    zone text NOT NULL,
    credit_unit text NOT NULL,
    email_domains text[] DEFAULT '{}'::text[] NOT NULL,
    letters_scores boolean DEFAULT true NOT NULL,
    assign_by text DEFAULT 'fewest'::text NOT NULL,
    CONSTRAINT setting_assign_by_check CHECK ((assign_by = ANY (ARRAY['fewest'::text, 'queue'::text]))),
    CONSTRAINT setting_credit_unit_check CHECK ((credit_unit = ANY (ARRAY['quarter'::text, 'semester'::text]))),
    CONSTRAINT setting_school_check CHECK ((school <> ''::text)),
    CONSTRAINT setting_single_check CHECK (single)
);


--
-- Name: COLUMN setting.email_domains; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.setting.email_domains IS 'addresses students may register with; empty: all';


--
-- Name: COLUMN setting.letters_scores; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.setting.letters_scores IS 'false: the recommendation letter leaves the points out';


--
-- Name: COLUMN setting.assign_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.setting.assign_by IS 'fewest: to the active advisor with the fewest students; queue: nobody until taken';


--
-- Name: source; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.source (
    key text NOT NULL,
    title text NOT NULL,
    publisher text NOT NULL,
    url text,
    published text,
    retrieved text,
    licence text,
    CONSTRAINT source_key_check CHECK ((key ~ '^[a-z0-9.-]{1,80}$'::text))
);


--
-- Name: throttle; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.throttle (
    key bytea NOT NULL,
    count integer NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    open_again timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT throttle_count_check CHECK ((count >= 0)),
    CONSTRAINT throttle_key_check CHECK ((length(key) = 32))
);


--
-- Name: COLUMN throttle.open_again; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.throttle.open_again IS 'the next try is allowed from here on';


--
-- Name: token; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.token (
    id uuid NOT NULL,
    purpose text NOT NULL,
    hash bytea NOT NULL,
    email_key text NOT NULL,
    person_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT token_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT token_purpose_check CHECK ((purpose = ANY (ARRAY['confirm'::text, 'reset'::text, 'invite'::text])))
);


--
-- Data for Name: __diesel_schema_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.__diesel_schema_migrations (version, run_on) FROM stdin;
20261122000001	2026-11-22 14:11:50.071337
20261122000002	2026-11-22 14:11:50.078753
20261122000003	2026-11-22 14:11:50.08241
20261122000004	2026-11-22 14:11:50.090151
20261122000005	2026-11-22 14:11:50.099347
20261122000006	2026-11-22 14:11:50.105189
20261122000007	2026-11-22 14:11:50.109832
20261122000008	2026-11-22 14:11:50.114254
20261122000009	2026-11-22 14:11:50.117969
20261122000010	2026-11-22 14:11:50.124724
20261122000011	2026-11-22 14:11:50.132355
20261122000012	2026-11-22 14:11:50.150942
20261122000013	2026-11-22 14:11:50.161203
20261122000014	2026-11-22 14:11:50.181734
20261122000015	2026-11-22 14:11:50.199347
20261122000016	2026-11-22 14:11:50.207953
20261122000017	2026-11-22 14:11:50.214756
20261122000018	2026-11-22 14:11:50.242875
20261122000019	2026-11-22 14:11:50.258783
20261122000031	2026-11-22 14:11:50.265135
\.


--
-- Data for Name: accreditation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accreditation (catalog_id, program, "position", body, scope, status, since, until) FROM stdin;
01a20399-5678-70f7-b196-3107ba6bd2db	associate-health-information-technology	1	CAHIIM	Associate’s programs in HIM	Demo data: shown as accredited. Harbor State College is a demo school, so this entry is made up.	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	bachelor-health-information-management	1	CAHIIM	Bachelor’s programs in HIM	Demo data: shown as accredited. Harbor State College is a demo school, so this entry is made up.	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	master-health-informatics	1	CAHIIM	Master’s programs in HI	Demo data: shown as accredited. Harbor State College is a demo school, so this entry is made up.	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	master-health-information-management	1	CAHIIM	Master’s programs in HIM	Demo data: shown as accredited. Harbor State College is a demo school, so this entry is made up.	\N	\N
\.


--
-- Data for Name: advice; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.advice (id, result_id, author_id, author, verdict, reason, words, form_key, created_at) FROM stdin;
01a20399-57e0-71a7-8acb-25ffe657f3ae	01a20399-57c3-7447-8091-b57de148009c	01a20399-579b-7559-af2f-a49ae4c42537	Ada Bell	agree	\N	I agree. Start with the associate degree: 50 more credits. You can lead a front desk team while you go on.	01a20399-57e0-71a7-8acb-25fef42bb3c1	2026-11-21 14:11:50.796146+00
\.


--
-- Data for Name: anchor; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.anchor (questionnaire_id, "position", value, label) FROM stdin;
01a20399-5599-719b-8c96-1d1a1c41c416	1	-2	Strongly dislike
01a20399-5599-719b-8c96-1d1a1c41c416	2	-1	Dislike
01a20399-5599-719b-8c96-1d1a1c41c416	3	0	Neither like nor dislike
01a20399-5599-719b-8c96-1d1a1c41c416	4	1	Like
01a20399-5599-719b-8c96-1d1a1c41c416	5	2	Strongly like
01a20399-5599-719b-8c96-1d1a1c41c416	6	\N	I don’t know enough to say
\.


--
-- Data for Name: answer; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.answer (attempt_id, questionnaire_id, item, value, answered_at) FROM stdin;
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q01	-1	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q02	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q03	-1	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q04	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q05	0	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q06	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q07	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q08	0	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q09	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q10	1	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q11	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q12	-1	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q13	-1	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q14	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q15	-1	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q16	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q17	-1	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q18	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q19	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q20	-1	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q21	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q22	0	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q23	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	01a20399-5599-719b-8c96-1d1a1c41c416	q24	-1	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q01	1	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q02	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q03	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q04	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q05	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q06	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q07	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q08	1	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q09	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q10	1	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q11	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q12	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q13	1	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q14	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q15	1	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q16	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q17	1	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q18	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q19	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q20	1	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q21	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q22	1	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q23	0	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-5599-719b-8c96-1d1a1c41c416	q24	0	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q01	2	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q02	0	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q03	2	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q04	-2	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q05	1	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q06	0	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q07	0	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q08	1	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q09	0	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q10	2	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q11	0	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-5599-719b-8c96-1d1a1c41c416	q12	1	2026-11-19 14:11:50.796146+00
\.


--
-- Data for Name: assignment; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.assignment (id, student_id, advisor_id, given_by, since, until) FROM stdin;
01a20399-57a2-7720-95ac-3bff82667081	01a20399-579b-7559-af2f-a49cf943fc97	01a20399-579b-7559-af2f-a49ae4c42537	\N	2026-11-10 14:11:50.796146+00	\N
01a20399-57a6-73d7-8fad-a308622376d4	01a20399-579e-72de-b7d2-a4d9be4fa1ec	01a20399-579b-7559-af2f-a49b553c5f2d	\N	2026-11-10 14:11:50.796146+00	\N
01a20399-57a8-770e-8a81-62428178a73e	01a20399-579f-7287-ae7c-fa813538c720	01a20399-579b-7559-af2f-a49ae4c42537	\N	2026-11-10 14:11:50.796146+00	\N
01a20399-57aa-713f-b1c4-812a11378295	01a20399-57a0-70ab-aeca-64d187d82122	01a20399-579b-7559-af2f-a49b553c5f2d	\N	2026-11-10 14:11:50.796146+00	\N
\.


--
-- Data for Name: attempt; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.attempt (id, student_id, questionnaire_id, started_at, saved_at, submitted_at) FROM stdin;
01a20399-57b1-7025-a743-869f5614a864	01a20399-579b-7559-af2f-a49cf943fc97	01a20399-5599-719b-8c96-1d1a1c41c416	2026-11-19 14:11:50.796146+00	2026-11-20 14:11:50.796146+00	2026-11-20 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-57a0-70ab-aeca-64d187d82122	01a20399-5599-719b-8c96-1d1a1c41c416	2026-11-19 14:11:50.796146+00	2026-11-21 14:11:50.796146+00	2026-11-21 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	01a20399-579e-72de-b7d2-a4d9be4fa1ec	01a20399-5599-719b-8c96-1d1a1c41c416	2026-11-19 14:11:50.796146+00	2026-11-19 14:11:50.796146+00	\N
\.


--
-- Data for Name: audit; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit (id, at, actor_id, action, subject, subject_id, student_id, request_id) FROM stdin;
01a20399-57a5-730a-9f0c-056ed8297852	2026-11-22 14:11:50.796146+00	\N	student.assigned	person	01a20399-579b-7559-af2f-a49ae4c42537	01a20399-579b-7559-af2f-a49cf943fc97	\N
01a20399-57a8-770e-8a81-62415821c590	2026-11-22 14:11:50.796146+00	\N	student.assigned	person	01a20399-579b-7559-af2f-a49b553c5f2d	01a20399-579e-72de-b7d2-a4d9be4fa1ec	\N
01a20399-57a9-75c3-baaf-549779910bf5	2026-11-22 14:11:50.796146+00	\N	student.assigned	person	01a20399-579b-7559-af2f-a49ae4c42537	01a20399-579f-7287-ae7c-fa813538c720	\N
01a20399-57ab-77c3-a0b9-187be85a1b30	2026-11-22 14:11:50.796146+00	\N	student.assigned	person	01a20399-579b-7559-af2f-a49b553c5f2d	01a20399-57a0-70ab-aeca-64d187d82122	\N
01a20399-57dd-70dc-b615-2ab9a8097dfe	2026-11-22 14:11:50.796146+00	01a20399-579b-7559-af2f-a49ae4c42537	record.opened	student	01a20399-579b-7559-af2f-a49cf943fc97	01a20399-579b-7559-af2f-a49cf943fc97	\N
01a20399-57e7-7131-ad57-58cf3c261bf9	2026-11-22 14:11:50.796146+00	01a20399-579b-7559-af2f-a49ae4c42537	advice.given	advice	01a20399-57e0-71a7-8acb-25ffe657f3ae	01a20399-579b-7559-af2f-a49cf943fc97	\N
01a20399-57eb-7705-b55e-670b1e3e00ca	2026-11-22 14:11:50.796146+00	01a20399-579b-7559-af2f-a49ae4c42537	note.written	note	01a20399-57e8-7158-aa79-aa1aa374da7d	01a20399-579b-7559-af2f-a49cf943fc97	\N
01a20399-57ed-7431-9597-04dddffe2ca9	2026-11-22 14:11:50.796146+00	01a20399-579b-7559-af2f-a49ae4c42537	note.written	note	01a20399-57ec-72de-9a67-10cbbbfa73ef	01a20399-579b-7559-af2f-a49cf943fc97	\N
01a20399-57ee-70d7-8863-857cb5ca4c36	2026-11-22 14:11:50.796146+00	01a20399-579b-7559-af2f-a49ae4c42537	note.written	note	01a20399-57ed-7431-9597-04df14c27a9d	01a20399-579b-7559-af2f-a49cf943fc97	\N
\.


--
-- Data for Name: catalog; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.catalog (id, number, status, effective, transfer_cap_percent, created_at, published_at) FROM stdin;
01a20399-5678-70f7-b196-3107ba6bd2db	1	published	2026-09-01	67	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
\.


--
-- Data for Name: claim; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.claim (key, program, topic, fact, historical, created_at) FROM stdin;
pay.median.29-2072	him	pay	C10	f	2026-11-22 14:11:50.294441+00
pay.p10.29-2072	him	pay	C10	f	2026-11-22 14:11:50.294441+00
pay.p25.29-2072	him	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p75.29-2072	him	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p90.29-2072	him	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.mean.29-2072	him	pay	\N	f	2026-11-22 14:11:50.294441+00
employment.29-2072	him	employment	\N	f	2026-11-22 14:11:50.294441+00
pay.median.29-9021	hi	pay	C10	f	2026-11-22 14:11:50.294441+00
pay.p10.29-9021	hi	pay	C10	f	2026-11-22 14:11:50.294441+00
pay.p25.29-9021	hi	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p75.29-9021	hi	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p90.29-9021	hi	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.mean.29-9021	hi	pay	\N	f	2026-11-22 14:11:50.294441+00
employment.29-9021	hi	employment	\N	f	2026-11-22 14:11:50.294441+00
pay.median.11-9111	him	pay	C10	f	2026-11-22 14:11:50.294441+00
pay.p10.11-9111	him	pay	C10	f	2026-11-22 14:11:50.294441+00
pay.p25.11-9111	him	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p75.11-9111	him	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p90.11-9111	him	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.mean.11-9111	him	pay	\N	f	2026-11-22 14:11:50.294441+00
employment.11-9111	him	employment	\N	f	2026-11-22 14:11:50.294441+00
pay.median.15-1211	hi	pay	C10	f	2026-11-22 14:11:50.294441+00
pay.p10.15-1211	hi	pay	C10	f	2026-11-22 14:11:50.294441+00
pay.p25.15-1211	hi	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p75.15-1211	hi	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p90.15-1211	hi	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.mean.15-1211	hi	pay	\N	f	2026-11-22 14:11:50.294441+00
employment.15-1211	hi	employment	\N	f	2026-11-22 14:11:50.294441+00
pay.median.00-0000	none	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p10.00-0000	none	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p25.00-0000	none	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p75.00-0000	none	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.p90.00-0000	none	pay	\N	f	2026-11-22 14:11:50.294441+00
pay.mean.00-0000	none	pay	\N	f	2026-11-22 14:11:50.294441+00
employment.00-0000	none	employment	\N	f	2026-11-22 14:11:50.294441+00
pay.median.15-1211.sector-62	hi	pay	C10	f	2026-11-22 14:11:50.294441+00
employment.15-1211.sector-62	hi	employment	\N	f	2026-11-22 14:11:50.294441+00
setting.share.hospitals.29-2072	him	places	C06	f	2026-11-22 14:11:50.294441+00
pay.median.29-2072.hospitals	him	pay	\N	f	2026-11-22 14:11:50.294441+00
setting.share.physician-offices.29-2072	him	places	C06	f	2026-11-22 14:11:50.294441+00
pay.median.29-2072.physician-offices	him	pay	\N	f	2026-11-22 14:11:50.294441+00
setting.share.hospitals.29-9021	hi	places	C06	f	2026-11-22 14:11:50.294441+00
pay.median.29-9021.hospitals	hi	pay	\N	f	2026-11-22 14:11:50.294441+00
setting.share.physician-offices.29-9021	hi	places	C06	f	2026-11-22 14:11:50.294441+00
pay.median.29-9021.physician-offices	hi	pay	\N	f	2026-11-22 14:11:50.294441+00
setting.share.hospitals.11-9111	him	places	C06	f	2026-11-22 14:11:50.294441+00
pay.median.11-9111.hospitals	him	pay	\N	f	2026-11-22 14:11:50.294441+00
setting.share.physician-offices.11-9111	him	places	C06	f	2026-11-22 14:11:50.294441+00
pay.median.11-9111.physician-offices	him	pay	\N	f	2026-11-22 14:11:50.294441+00
setting.share.residential-care.11-9111	him	places	C06	f	2026-11-22 14:11:50.294441+00
pay.median.11-9111.residential-care	him	pay	\N	f	2026-11-22 14:11:50.294441+00
growth.29-2072	him	growth	C11	f	2026-11-22 14:11:50.294441+00
openings.29-2072	him	openings	\N	f	2026-11-22 14:11:50.294441+00
growth.29-9021	hi	growth	C11	f	2026-11-22 14:11:50.294441+00
openings.29-9021	hi	openings	\N	f	2026-11-22 14:11:50.294441+00
growth.11-9111	him	growth	C11	f	2026-11-22 14:11:50.294441+00
openings.11-9111	him	openings	\N	f	2026-11-22 14:11:50.294441+00
growth.15-1211	hi	growth	C11	f	2026-11-22 14:11:50.294441+00
openings.15-1211	hi	openings	\N	f	2026-11-22 14:11:50.294441+00
growth.00-0000	none	growth	C12	f	2026-11-22 14:11:50.294441+00
entry.29-2072	him	education	C02	f	2026-11-22 14:11:50.294441+00
entry.29-9021	hi	education	C02	f	2026-11-22 14:11:50.294441+00
entry.11-9111	him	education	C02	f	2026-11-22 14:11:50.294441+00
entry.15-1211	hi	education	C02	f	2026-11-22 14:11:50.294441+00
growth.2024-34.29-2072	him	growth	\N	t	2026-11-22 14:11:50.294441+00
growth.2024-34.29-9021	hi	growth	\N	t	2026-11-22 14:11:50.294441+00
growth.2024-34.11-9111	him	growth	\N	t	2026-11-22 14:11:50.294441+00
growth.2024-34.15-1211	hi	growth	\N	t	2026-11-22 14:11:50.294441+00
growth.2024-34.00-0000	none	growth	\N	t	2026-11-22 14:11:50.294441+00
growth.2019-29.29-2072	him	growth	\N	t	2026-11-22 14:11:50.294441+00
growth.2022-32.29-9021	hi	growth	\N	t	2026-11-22 14:11:50.294441+00
growth.2023-33.11-9111	him	growth	\N	t	2026-11-22 14:11:50.294441+00
growth.2022-32.00-0000	none	growth	\N	t	2026-11-22 14:11:50.294441+00
pay.median.2011.29-2071	none	pay	\N	t	2026-11-22 14:11:50.294441+00
pay.median.2012.11-9111	him	pay	\N	t	2026-11-22 14:11:50.294441+00
pay.p10.2012.11-9111	him	pay	\N	t	2026-11-22 14:11:50.294441+00
pay.p10.2019.11-9111	him	pay	\N	t	2026-11-22 14:11:50.294441+00
degree.master.15-1211.01	hi	education	C02	f	2026-11-22 14:11:50.294441+00
degree.bachelor.15-1211.01	hi	education	C02	f	2026-11-22 14:11:50.294441+00
degree.postbacc.15-1211.01	hi	education	C02	f	2026-11-22 14:11:50.294441+00
degree.bachelor.11-9111	him	education	C02	f	2026-11-22 14:11:50.294441+00
degree.master.11-9111	him	education	C02	f	2026-11-22 14:11:50.294441+00
degree.associate.11-9111	him	education	C02	f	2026-11-22 14:11:50.294441+00
interest.investigative.15-1211.01	hi	interest	C07	f	2026-11-22 14:11:50.294441+00
interest.enterprising.15-1211.01	hi	interest	C08	f	2026-11-22 14:11:50.294441+00
interest.social.15-1211.01	hi	interest	\N	f	2026-11-22 14:11:50.294441+00
interest.conventional.15-1211.01	hi	interest	\N	f	2026-11-22 14:11:50.294441+00
interest.investigative.11-9111	him	interest	C07	f	2026-11-22 14:11:50.294441+00
interest.enterprising.11-9111	him	interest	C08	f	2026-11-22 14:11:50.294441+00
interest.social.11-9111	him	interest	\N	f	2026-11-22 14:11:50.294441+00
interest.conventional.11-9111	him	interest	\N	f	2026-11-22 14:11:50.294441+00
interest.investigative.29-9021	hi	interest	\N	f	2026-11-22 14:11:50.294441+00
interest.enterprising.29-9021	hi	interest	\N	f	2026-11-22 14:11:50.294441+00
interest.social.29-9021	hi	interest	\N	f	2026-11-22 14:11:50.294441+00
interest.conventional.29-9021	hi	interest	\N	f	2026-11-22 14:11:50.294441+00
interest.investigative.29-2072	him	interest	\N	f	2026-11-22 14:11:50.294441+00
interest.enterprising.29-2072	him	interest	\N	f	2026-11-22 14:11:50.294441+00
interest.social.29-2072	him	interest	\N	f	2026-11-22 14:11:50.294441+00
interest.conventional.29-2072	him	interest	\N	f	2026-11-22 14:11:50.294441+00
exam.rhit.fee.member	him	credential	C03	f	2026-11-22 14:11:50.294441+00
exam.rhit.fee.nonmember	him	credential	\N	f	2026-11-22 14:11:50.294441+00
exam.rhit.questions	him	credential	\N	f	2026-11-22 14:11:50.294441+00
exam.rhit.time	him	credential	\N	f	2026-11-22 14:11:50.294441+00
exam.cca.fee.member	him	credential	\N	f	2026-11-22 14:11:50.294441+00
exam.cca.fee.nonmember	him	credential	\N	f	2026-11-22 14:11:50.294441+00
exam.cca.questions	him	credential	\N	f	2026-11-22 14:11:50.294441+00
exam.cca.time	him	credential	\N	f	2026-11-22 14:11:50.294441+00
credential.rhit.door	him	credential	C03	f	2026-11-22 14:11:50.294441+00
credential.rhia.door	him	credential	C03	f	2026-11-22 14:11:50.294441+00
credential.cca.door	him	credential	\N	f	2026-11-22 14:11:50.294441+00
credential.ccs.door	him	credential	\N	f	2026-11-22 14:11:50.294441+00
credential.chda.door	both	credential	\N	f	2026-11-22 14:11:50.294441+00
credential.cahims.level	hi	credential	C03	f	2026-11-22 14:11:50.294441+00
credential.cphims.level	hi	credential	C03	f	2026-11-22 14:11:50.294441+00
credential.himss.hours	hi	credential	\N	f	2026-11-22 14:11:50.294441+00
credential.cahims.door	hi	credential	\N	f	2026-11-22 14:11:50.294441+00
credential.cphims.door	hi	credential	\N	f	2026-11-22 14:11:50.294441+00
credential.achip.door	hi	credential	C03	f	2026-11-22 14:11:50.294441+00
credential.achip.valid	hi	credential	\N	f	2026-11-22 14:11:50.294441+00
credential.achip.units	hi	credential	\N	f	2026-11-22 14:11:50.294441+00
field.hi	hi	verdict	C01	f	2026-11-22 14:11:50.294441+00
field.him	him	verdict	C01	f	2026-11-22 14:11:50.294441+00
education.hi	hi	education	C02	f	2026-11-22 14:11:50.294441+00
education.him	him	education	C02	f	2026-11-22 14:11:50.294441+00
education.cahiim	both	education	C02	f	2026-11-22 14:11:50.294441+00
education.hi.bachelor	hi	education	\N	f	2026-11-22 14:11:50.294441+00
education.him.standard	him	education	\N	f	2026-11-22 14:11:50.294441+00
definition.hi	hi	duties	C04	f	2026-11-22 14:11:50.294441+00
definition.him	him	duties	C04	f	2026-11-22 14:11:50.294441+00
tasks.hi	hi	duties	C05	f	2026-11-22 14:11:50.294441+00
tasks.registrars	both	duties	C05	f	2026-11-22 14:11:50.294441+00
tasks.him	him	duties	C05	f	2026-11-22 14:11:50.294441+00
places.today	both	places	C06	f	2026-11-22 14:11:50.294441+00
skills.hi	hi	skills	C07	f	2026-11-22 14:11:50.294441+00
skills.him	him	skills	C07	f	2026-11-22 14:11:50.294441+00
knowledge.hi	hi	skills	C07	f	2026-11-22 14:11:50.294441+00
knowledge.him	him	skills	C07	f	2026-11-22 14:11:50.294441+00
skills.coding	him	skills	C07	f	2026-11-22 14:11:50.294441+00
competency.hi.core	hi	skills	\N	f	2026-11-22 14:11:50.294441+00
competency.hi.more	hi	skills	\N	f	2026-11-22 14:11:50.294441+00
competency.him.core	him	skills	\N	f	2026-11-22 14:11:50.294441+00
competency.him.more	him	skills	\N	f	2026-11-22 14:11:50.294441+00
difference.today	both	duties	C08	f	2026-11-22 14:11:50.294441+00
leadership.hi	hi	skills	C08	f	2026-11-22 14:11:50.294441+00
pay.spread	both	pay	C09	f	2026-11-22 14:11:50.294441+00
pay.first	none	pay	C10	f	2026-11-22 14:11:50.294441+00
outlook.today	both	outlook	C13	f	2026-11-22 14:11:50.294441+00
verdict.today	both	verdict	C14	f	2026-11-22 14:11:50.294441+00
scope.figures	both	pay	C15	f	2026-11-22 14:11:50.294441+00
institution.renamed	none	institution	C16	f	2026-11-22 14:11:50.294441+00
institution.harbor	both	institution	C16	f	2026-11-22 14:11:50.294441+00
institution.outcomes	both	institution	C16	f	2026-11-22 14:11:50.294441+00
institution.transfer-cap	none	institution	\N	f	2026-11-22 14:11:50.294441+00
article.c01.both	both	verdict	C01	t	2026-11-22 14:11:50.294441+00
article.c02.hi	hi	education	C02	t	2026-11-22 14:11:50.294441+00
article.c02.him	him	education	C02	t	2026-11-22 14:11:50.294441+00
article.c03.hi	hi	credential	C03	t	2026-11-22 14:11:50.294441+00
article.c03.him	him	credential	C03	t	2026-11-22 14:11:50.294441+00
article.c04.hi	hi	duties	C04	t	2026-11-22 14:11:50.294441+00
article.c04.him	him	duties	C04	t	2026-11-22 14:11:50.294441+00
article.c05.hi	hi	duties	C05	t	2026-11-22 14:11:50.294441+00
article.c05.him	him	duties	C05	t	2026-11-22 14:11:50.294441+00
article.c06.hi	hi	places	C06	t	2026-11-22 14:11:50.294441+00
article.c06.him	him	places	C06	t	2026-11-22 14:11:50.294441+00
article.c07.hi	hi	skills	C07	t	2026-11-22 14:11:50.294441+00
article.c07.him	him	skills	C07	t	2026-11-22 14:11:50.294441+00
article.c08.hi	hi	duties	C08	t	2026-11-22 14:11:50.294441+00
article.c08.him	him	duties	C08	t	2026-11-22 14:11:50.294441+00
article.c09.both	both	pay	C09	t	2026-11-22 14:11:50.294441+00
article.c10.hi	hi	pay	C10	t	2026-11-22 14:11:50.294441+00
article.c10.him	him	pay	C10	t	2026-11-22 14:11:50.294441+00
article.c10.him.masters	him	pay	C10	t	2026-11-22 14:11:50.294441+00
article.c11.hi	hi	growth	C11	t	2026-11-22 14:11:50.294441+00
article.c11.him	him	growth	C11	t	2026-11-22 14:11:50.294441+00
article.c12.both	both	growth	C12	t	2026-11-22 14:11:50.294441+00
article.c13.both	both	outlook	C13	t	2026-11-22 14:11:50.294441+00
article.c14.both	both	verdict	C14	t	2026-11-22 14:11:50.294441+00
article.c15.both	both	pay	C15	t	2026-11-22 14:11:50.294441+00
article.c16.both	both	institution	C16	t	2026-11-22 14:11:50.294441+00
\.


--
-- Data for Name: claim_revision; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.claim_revision (id, claim_key, number, status, label, value, text, unit, statistic, population, soc, area, period_start, period_end, source, disclaimer, checked, reviewed_on, review_due, note, why, author_id, created_at, published_at) FROM stdin;
01a20399-5623-70dc-809e-77ded5b5e2e1	credential.achip.units	1	live	ACHIP, units of further study to renew	60	\N	count	count	People who hold the ACHIP	\N	United States	2026	\N	amia-certification	credentials	P	2026-11-22	2027-03-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5644-76f9-bdfb-8519a68ad909	article.c01.both	1	live	What the two are	\N	Both are health IT. They differ in skills, in chances and in the people they suit.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	The HI of the article is an older technician job, not the HI of today.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5645-7463-807b-f39f7f00987e	article.c02.hi	1	live	Degree for HI	\N	An associate’s degree as a health information technician.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	That is the first step of HIM today. HI is mostly a master’s field.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5646-754f-a651-2cf9734596e0	article.c02.him	1	live	Degree for HIM	\N	Typically a four-year degree. Many go on to a master’s in HIM.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	True for the RHIA exam. But HIM starts at the associate’s degree.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5647-7624-bca4-6bfd86ee3e15	article.c03.hi	1	live	Credential for HI	\N	Employers often prefer certification. RHIT is among the most common, by exam after an associate’s degree.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	RHIT is a credential of HIM, not of HI.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5648-727d-a66f-248d5e933351	article.c03.him	1	live	Credential for HIM	\N	None named.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	HIM has RHIT and RHIA. The article gave RHIT to HI.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5649-718a-bc95-cc177fe0bfdb	article.c04.hi	1	live	Core duties of HI	\N	Use IT to store, organize and analyze clinical records. Handle highly confidential documents each day.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	These are duties of the old technician job, which is HIM today.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-564b-70e9-912e-0862de0e75c9	article.c04.him	1	live	Core duties of HIM	\N	Look after the technology and the larger operations of the organization.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	Describes managers only. Most HIM jobs lead nobody.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-564b-70e9-912e-08632ee99143	article.c05.hi	1	live	List of duties of HI	\N	Support clinical databases and patient records. Work with nurses and others for efficiency and accuracy. May track outcomes, review records and sort patient information by systems.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	Part of this is HIM today, such as reviewing and sorting records.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-564c-7664-9302-1716d4f08758	article.c05.him	1	live	List of duties of HIM	\N	Budgets, laws and regulations, work schedules, and organizing records.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	Describes managers only. HI and HIM both organize records.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-564e-778b-92dc-7c32c9c9c14a	article.c06.hi	1	live	Where HI people work	\N	Typically hospitals or clinics. Also physicians’ offices, residential care and government.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	The article names BLS. The place of work does not tell the two apart.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-564f-7167-833c-b42bc6d6ba1d	article.c06.him	1	live	Where HIM people work	\N	Hospitals or clinics. Also health care companies, insurers and consulting firms.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	The article names Explore Health Careers. The place of work does not tell the two apart.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5650-731f-b2ff-badd2dde0ba3	article.c07.hi	1	live	Skills for HI	\N	An analytical mind. Finds ways to measure and study data for better care. Good with technology. A strong grasp of medical coding.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	Medical coding belongs to HIM today. The rest still holds.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5651-75c0-8877-d68f48ffa09e	article.c07.him	1	live	Skills for HIM	\N	A balance of technical and managerial skill. Leads people, plans work and services. Adapts as laws change. Speaks well with staff at many levels.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	Fits managers. Many HIM jobs ask for less of it.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5651-75c0-8877-d690c14acf6b	article.c08.hi	1	live	Main difference, HI	\N	An analyst who supervises nobody.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	The article says this only by contrast. People in HI lead teams too.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5652-76ee-aff7-ae3e963b2902	article.c08.him	1	live	Main difference, HIM	\N	Supervises a department or a team.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	Still the clearest contrast. But most HIM jobs lead nobody.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5653-73c4-86f8-d0f91c250079	article.c09.both	1	live	What moves pay	\N	Education level and experience.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	Fair in general, but no figure in the article shows it.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5654-7354-b15b-ab1e95ebff50	article.c10.hi	1	live	Pay in HI	34160	\N	usd_per_year	median	Medical records and health information technicians, all education and experience levels	29-2071	United States	2012-05	\N	article	article	S	\N	\N	A median of May 2012, set beside a “start” figure, so the two cannot be compared. The footnote calls it averaged. The job class was split in the 2018 job list.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5655-75b3-81b8-49d5b9ce0616	article.c10.him	1	live	Pay in HIM	\N	Starts around $55,000.	text	none	Health IT jobs as the article of about 2012–14 described them	11-9111	United States	2012	2014	article	article	M	\N	\N	BLS publishes no starting pay, and the article’s own footnote says its data are not starting salaries. It was set beside a median. It sits near the lowest paid tenth of health managers at that time, which is not confirmed.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5656-700d-81b1-33b4625f116b	article.c10.him.masters	1	live	Pay in HIM with a master’s degree	\N	Up to six figures.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	M	\N	\N	No figure, no statistic and no period.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5657-72fe-acaa-97758e5a1808	article.c11.hi	1	live	Growth in HI	22	\N	percent	projection	Health IT jobs as the article of about 2012–14 described them	29-2071	United States	2012	2022	article	article	S	\N	\N	The article gave no start year. BLS called this growth much faster than average.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5657-72fe-acaa-9776390e8e0c	article.c11.him	1	live	Growth in HIM	23	\N	percent	projection	Health IT jobs as the article of about 2012–14 described them	11-9111	United States	2012	2022	article	article	M	\N	\N	The article gave no start year. The figure is not confirmed.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5658-7144-8c05-7988384e0360	article.c12.both	1	live	Growth of all jobs	11	\N	percent	projection	All jobs	00-0000	United States	2012	2022	article	article	M	\N	\N	The article gave no start year. It seems to round 10.8, which is not confirmed.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5659-70d3-88b4-ce4ec7258208	article.c13.both	1	live	Label for the growth	\N	Faster than average.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2022	article	article	P	2026-11-22	\N	BLS labelled 22% “much faster than average”, not “faster”.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-565a-7485-8d2a-3bc6ca518605	article.c14.both	1	live	Which one is right?	\N	It depends on your own preferences and your aims at work.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	Still true.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-565b-7110-b134-723b4f889d3d	article.c15.both	1	live	What its figures stand for	\N	National, averaged earnings, all levels of education and experience. Not starting salaries. Local conditions vary.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	The text above it says “start around”, which this footnote denies. It says “averaged” where the figure is a median.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-565c-7754-9013-3d1851bcf310	article.c16.both	1	live	The college behind it	\N	Rasmussen College: a regionally accredited private college. It may not prepare students for all positions named.	text	none	Health IT jobs as the article of about 2012–14 described them	\N	United States	2012	2014	article	article	P	2026-11-22	\N	The links to its list of programs were lost. The college has since been renamed.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5634-72d1-a78d-459dde6cf901	competency.hi.core	1	live	Competencies of HI, first six	\N	Health; information science and technology; social and behavioral science; health information science and technology; human factors; social and behavioral aspects of health.	text	none	HI programs at master’s level	\N	United States	2017	\N	amia-2017	\N	P	2026-11-22	2027-11-22	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5635-7690-a850-f9bd895c8b35	competency.hi.more	1	live	Competencies of HI, last four	\N	The applied fields together; professionalism; work across professions; leadership.	text	none	HI programs at master’s level	\N	United States	2017	\N	amia-2017	\N	M	\N	2027-11-22	The wording of these four is not confirmed.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5636-758c-a01c-4d5c53c75721	competency.him.core	1	live	Domains of HIM, first one	\N	Data structure, content and information governance.	text	none	HIM programs	\N	United States	2018	\N	ahima-him	\N	S	\N	2027-11-22	The list of 2018. Names may have changed since.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5637-7113-98dc-a1e88aedada7	competency.him.more	1	live	Domains of HIM, the others	\N	Access, privacy and security; data analytics; revenue cycle; health law; organizational management and leadership.	text	none	HIM programs	\N	United States	2018	\N	ahima-him	\N	M	\N	2027-11-22	Not confirmed. The list of 2018.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5621-76fb-997d-47daedbe15a0	credential.achip.door	1	live	ACHIP, what it takes	\N	Education, experience and an exam, from AMIA.	text	none	People who want the ACHIP	\N	United States	2026	\N	amia-certification	credentials	P	2026-11-22	2027-03-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5622-7467-8dc5-0238827d7b6f	credential.achip.valid	1	live	ACHIP, valid for	4	\N	years	count	People who hold the ACHIP	\N	United States	2026	\N	amia-certification	credentials	P	2026-11-22	2027-03-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-561f-7492-915a-1f70e576b537	credential.cahims.door	1	live	CAHIMS, who may sit the exam	\N	A high school diploma.	text	none	People who want the CAHIMS	\N	United States	2026	\N	himss-exams	credentials	M	\N	2027-03-01	Not confirmed. Ask HIMSS.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-561c-7501-bd51-0f64ea73375e	credential.cahims.level	1	live	CAHIMS	\N	Entry level, from HIMSS.	text	none	People who want the CAHIMS	\N	United States	2026	\N	himss-exams	credentials	P	2026-11-22	2027-03-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5619-7532-b2b2-2d1050dfdd1f	credential.cca.door	1	live	CCA, who may sit the exam	\N	A high school diploma.	text	none	People who want the CCA	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	A coding credential. Read from a second copy.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-561a-702a-b073-944f85937cd2	credential.ccs.door	1	live	CCS, who may sit the exam	\N	Courses, or about two years of coding experience. No degree is asked for.	text	none	People who want the CCS	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	A coding credential. Read from a second copy.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-561b-7775-87bc-2224aa7447d8	credential.chda.door	1	live	CHDA, who may sit the exam	\N	A mix of education and experience.	text	none	People who want the CHDA	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	A data credential that serves both fields. The exact routes are not confirmed.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5620-77f8-a1be-9ad2c218ea06	credential.cphims.door	1	live	CPHIMS, who may sit the exam	\N	A bachelor’s degree and about five years of experience, or a graduate degree and about three.	text	none	People who want the CPHIMS	\N	United States	2026	\N	himss-exams	credentials	M	\N	2027-03-01	Not confirmed. Ask HIMSS.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-561d-7682-970b-ee73f66acb68	credential.cphims.level	1	live	CPHIMS	\N	For people with experience, from HIMSS.	text	none	People who want the CPHIMS	\N	United States	2026	\N	himss-exams	credentials	P	2026-11-22	2027-03-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-561e-76ca-89a8-b6e25cd1595a	credential.himss.hours	1	live	CAHIMS and CPHIMS, hours of further study in three years	45	\N	count	count	People who hold the CAHIMS or CPHIMS	\N	United States	2026	\N	himss-exams	credentials	P	2026-11-22	2027-03-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5618-73bc-ac54-6fbdd7256712	credential.rhia.door	1	live	RHIA, who may sit the exam	\N	A bachelor’s or master’s degree from an HIM program that CAHIIM accredits. Or an approved certificate after a bachelor’s, or a foreign degree that is recognized.	text	none	People who want the RHIA	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	Experience alone is not enough. Read from a second copy.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5617-7170-9b7a-3d9f21ae0c70	credential.rhit.door	1	live	RHIT, who may sit the exam	\N	An associate’s degree from an HIM program that CAHIIM accredits.	text	none	People who want the RHIT	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	RHIT belongs to HIM. Read from a second copy.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-562a-7791-a694-9d52241d0c52	definition.hi	1	live	The field behind HI, in AMIA’s words	\N	“the interdisciplinary field that studies and pursues the effective uses of biomedical data, information, and knowledge for scientific inquiry, problem solving and decision making, motivated by efforts to improve human health”	text	none	Biomedical informatics, of which HI is the applied part	\N	United States	2012	\N	amia-2012	\N	P	2026-11-22	2027-11-22	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-562b-70a4-ab6d-183b86834e92	definition.him	1	live	HIM, in AHIMA’s words	\N	“the practice of acquiring, analyzing, and protecting digital and traditional medical information vital to providing quality patient care”	text	none	Health information management	\N	United States	2026	\N	ahima-him	\N	S	\N	2027-11-22	Read from a second copy.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55ff-70ff-9085-b33f9c7328ea	degree.associate.11-9111	1	live	Associate’s degree required, health services managers	10.7	\N	percent	share	28 job experts who rated health services managers	11-9111	United States	2022-08	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	A small group of experts. All health managers, not HIM alone.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55fd-7216-97ba-0c5a42bea9c1	degree.bachelor.11-9111	1	live	Bachelor’s degree required, health services managers	46.4	\N	percent	share	28 job experts who rated health services managers	11-9111	United States	2022-08	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	A small group of experts. All health managers, not HIM alone.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55fb-711e-9214-95621201a649	degree.bachelor.15-1211.01	1	live	Bachelor’s degree required, health informatics specialists	19	\N	percent	share	21 job experts who rated health informatics specialists	15-1211.01	United States	2024-08	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	A small group of experts.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55fe-7794-b4d7-09277a2252ea	degree.master.11-9111	1	live	Master’s degree required, health services managers	21.4	\N	percent	share	28 job experts who rated health services managers	11-9111	United States	2022-08	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	A small group of experts. All health managers, not HIM alone.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55fb-711e-9214-956171916b3a	degree.master.15-1211.01	1	live	Master’s degree required, health informatics specialists	52.4	\N	percent	share	21 job experts who rated health informatics specialists	15-1211.01	United States	2024-08	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	A small group of experts.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55fc-739d-bfe7-eaf99a6a1080	degree.postbacc.15-1211.01	1	live	Certificate after a bachelor’s required, health informatics specialists	9.5	\N	percent	share	21 job experts who rated health informatics specialists	15-1211.01	United States	2024-08	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	A small group of experts.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5638-75b4-b8d8-16ff7da5d553	difference.today	1	live	The clearest contrast today	\N	Analyst against manager. But most HIM jobs lead nobody, and people in HI lead teams too.	text	none	Health informatics specialists and health services managers	\N	United States	2025-05	\N	onet-29-3	onet	S	\N	2027-06-01	The contrast comes from O*NET ratings. How many HIM jobs lead nobody is still to be checked.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5627-71de-a73f-521475ca45d4	education.cahiim	1	live	What CAHIIM accredits	\N	Associate’s and bachelor’s programs in HIM, and master’s programs in HI and in HIM.	text	none	Programs in HI and HIM	\N	United States	2026	\N	cahiim-about	\N	P	2026-11-22	2027-11-22	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5626-7328-a047-3d959502ee74	education.hi	1	live	The way into HI	\N	Mostly a master’s degree, or a certificate after a bachelor’s. A bachelor’s degree can be a start.	text	none	Health informatics specialists	15-1211.01	United States	2026	\N	onet-29-3	onet	P	2026-11-22	2027-11-22	Whether CAHIIM accredits bachelor’s degrees in HI is not confirmed.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5628-728c-bf94-807ab418199d	education.hi.bachelor	1	live	A standard for bachelor’s degrees in HI	\N	CAHIIM drafted one from September 2022.	text	none	Bachelor’s programs in HI	\N	United States	2022-09	\N	cahiim-about	\N	P	2026-11-22	2027-11-22	Whether it was adopted is not confirmed.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5627-71de-a73f-5213b99cd7e6	education.him	1	live	The way into HIM	\N	An associate’s degree leads to the RHIT exam. A bachelor’s or master’s degree, or an approved certificate after a bachelor’s, leads to the RHIA exam.	text	none	Health information management	\N	United States	2026	\N	ahima-exams	\N	S	\N	2027-11-22	Read from a second copy.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5629-705d-bc2c-7ee2016fdc3e	education.him.standard	1	live	A new standard for HIM programs	\N	CAHIIM moved HIM to a standard built on skills shown, with workshops from August to October 2024.	text	none	HIM programs	\N	United States	2024-08	2024-10	cahiim-about	\N	P	2026-11-22	2027-11-22	The names of the HIM domains may have changed with it.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d2-70c9-bed6-c55bd6ce9429	employment.00-0000	1	live	All occupations	155495730	\N	count	count	Jobs in all industries	00-0000	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	Every job in the United States, to compare with.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c6-7012-b5a0-082ac2c95086	employment.11-9111	1	live	Medical and health services managers	597080	\N	count	count	Jobs in all industries	11-9111	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55cd-7129-9d3c-8120dffb22a8	employment.15-1211	1	live	Computer systems analysts	519530	\N	count	count	Jobs in all industries	15-1211	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	All systems analysts, not HI alone. The group holds health informatics specialists.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d4-711a-af52-e48a8be18efb	employment.15-1211.sector-62	1	live	Computer systems analysts in health care and social assistance	39510	\N	count	count	Jobs in health care and social assistance (sector 62)	15-1211	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	The fairest national figure for HI analysts: systems analysts who work in health care and social assistance. Still not HI alone.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55bc-7405-806d-e344d54749a4	employment.29-2072	1	live	Medical records specialists	194720	\N	count	count	Jobs in all industries	29-2072	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c1-712f-ada3-d5e5c4f659a8	employment.29-9021	1	live	Health information technologists and medical registrars	38100	\N	count	count	Jobs in all industries	29-9021	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55ea-7097-90e4-0ec7b46f9bcf	entry.11-9111	1	live	Medical and health services managers	\N	Bachelor’s degree and less than five years of experience	text	none	Typical education to enter this job group, as BLS names it	11-9111	United States	2025	\N	bls-ooh-2026	\N	S	\N	2026-12-15	Typical for the whole group. Read from second copies of the BLS page.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55ea-7097-90e4-0ec8b5332930	entry.15-1211	1	live	Computer systems analysts	\N	Bachelor’s degree	text	none	Typical education to enter this job group, as BLS names it	15-1211	United States	2025	\N	bls-ooh-2026	\N	S	\N	2026-12-15	Typical for the whole group. Read from second copies of the BLS page.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e8-728d-aed8-2322ab6167dc	entry.29-2072	1	live	Medical records specialists	\N	Postsecondary nondegree award	text	none	Typical education to enter this job group, as BLS names it	29-2072	United States	2025	\N	bls-ooh-2026	\N	S	\N	2026-12-15	Typical for the whole group. Read from second copies of the BLS page.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e9-7568-8d05-66ef9b4342c8	entry.29-9021	1	live	Health information technologists and medical registrars	\N	Associate’s degree	text	none	Typical education to enter this job group, as BLS names it	29-9021	United States	2025	\N	bls-ooh-2026	\N	S	\N	2026-12-15	Typical for the whole group. Read from second copies of the BLS page.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5614-7698-b120-7492aa1991d0	exam.cca.fee.member	1	live	CCA exam, fee for AHIMA members	199	\N	usd	price	AHIMA members who take the CCA exam	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	Exam fees and rules in 2026, read from a second copy. Check them with AHIMA.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5615-727e-b573-7c3192d08019	exam.cca.fee.nonmember	1	live	CCA exam, fee for others	299	\N	usd	price	People outside AHIMA who take the CCA exam	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	Exam fees and rules in 2026, read from a second copy. Check them with AHIMA.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5616-7401-bf3d-8f7126c24683	exam.cca.questions	1	live	CCA exam, questions	105	\N	count	count	People who take the CCA exam	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	Exam fees and rules in 2026, read from a second copy. Check them with AHIMA.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5617-7170-9b7a-3d9ee3c5c936	exam.cca.time	1	live	CCA exam, time	\N	2 hours	text	none	People who take the CCA exam	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	Exam fees and rules in 2026, read from a second copy. Check them with AHIMA.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5610-7782-bf7b-00975ab825a9	exam.rhit.fee.member	1	live	RHIT exam, fee for AHIMA members	229	\N	usd	price	AHIMA members who take the RHIT exam	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	Exam fees and rules in 2026, read from a second copy. Check them with AHIMA.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5611-72d3-9ad8-08afd8e958c0	exam.rhit.fee.nonmember	1	live	RHIT exam, fee for others	299	\N	usd	price	People outside AHIMA who take the RHIT exam	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	Exam fees and rules in 2026, read from a second copy. Check them with AHIMA.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5612-7475-82ae-8b56fd409cda	exam.rhit.questions	1	live	RHIT exam, questions	150	\N	count	count	People who take the RHIT exam	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	Exam fees and rules in 2026, read from a second copy. Check them with AHIMA.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5613-76c2-9743-b47b2b21fc6d	exam.rhit.time	1	live	RHIT exam, time	\N	3.5 hours	text	none	People who take the RHIT exam	\N	United States	2026	\N	ahima-exams	credentials	S	\N	2027-03-01	Exam fees and rules in 2026, read from a second copy. Check them with AHIMA.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5624-77e1-b631-9d1296a71235	field.hi	1	live	What HI is today	\N	A field that takes mostly a master’s degree. The short-study job that the article called HI is now HIM.	text	none	Health informatics specialists	15-1211.01	United States	2026	\N	onet-29-3	onet	P	2026-11-22	2027-11-22	The article used the name HI for an older technician job.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5625-71f9-bf86-73f20b29f0b8	field.him	1	live	What HIM is today	\N	A ladder of jobs, from records specialist to health manager. Most of them lead nobody.	text	none	Jobs in health information management	\N	United States	2026	\N	ahima-him	\N	S	\N	2027-11-22	The article described managers only.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e7-703d-8d79-e0042cb823bf	growth.00-0000	1	live	All occupations	3.5	\N	percent	projection	Jobs in this group, all industries	00-0000	United States	2025	2035	bls-ooh-2026	growth	S	\N	2026-12-15	Read from two second copies of the BLS page. To be checked there.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e4-75ed-810b-0aca732cd8f7	growth.11-9111	1	live	Medical and health services managers	24	\N	percent	projection	Jobs in this group, all industries	11-9111	United States	2025	2035	bls-ooh-2026	growth	S	\N	2026-12-15	All health managers, not HIM alone. Read from one second copy of the BLS page. To be checked there.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e6-736f-8199-694b649b2c11	growth.15-1211	1	live	Computer systems analysts	8	\N	percent	projection	Jobs in this group, all industries	15-1211	United States	2025	2035	bls-ooh-2026	growth	S	\N	2026-12-15	All systems analysts, not HI alone. Read from one second copy of the BLS page. To be checked there.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55f3-7274-8c01-12a437ea1815	growth.2019-29.29-2072	1	live	Medical records specialists	8	\N	percent	projection	Jobs in this group, all industries	29-2072	United States	2019	2029	bls-ooh-older	growth	P	2026-11-22	\N	This projection still used the old, joint title of the group.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55f6-751c-9977-59f3b6025e89	growth.2022-32.00-0000	1	live	All occupations	2.8	\N	percent	projection	Jobs in this group, all industries	00-0000	United States	2022	2032	bls-ooh-older	growth	P	2026-11-22	\N	An older projection, kept to show how it moved.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55f4-76e0-a35f-5e82d77a6e1a	growth.2022-32.29-9021	1	live	Health information technologists and medical registrars	16	\N	percent	projection	Jobs in this group, all industries	29-9021	United States	2022	2032	bls-ooh-older	growth	P	2026-11-22	\N	An older projection, kept to show how it moved.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55f5-77a0-a9ea-a1b8d70c6e11	growth.2023-33.11-9111	1	live	Medical and health services managers	29	\N	percent	projection	Jobs in this group, all industries	11-9111	United States	2023	2033	bls-ooh-older	growth	P	2026-11-22	\N	An older projection, kept to show how it moved.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55f2-71cc-b618-412cdca38598	growth.2024-34.00-0000	1	live	All occupations	3.1	\N	percent	projection	All jobs	00-0000	United States	2024	2034	bls-projections-2025	growth	P	2026-11-22	\N	The projection of one year before. Kept to show how it moved.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55f1-7497-bed8-eea1db5d3e18	growth.2024-34.11-9111	1	live	Medical and health services managers	23	\N	percent	projection	Jobs in this group, all industries	11-9111	United States	2024	2034	bls-ooh-2025	growth	S	\N	\N	The projection of one year before. Kept to show how it moved.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55f2-71cc-b618-412bc6e20fc6	growth.2024-34.15-1211	1	live	Computer systems analysts	9	\N	percent	projection	Jobs in this group, all industries	15-1211	United States	2024	2034	bls-ooh-2025	growth	S	\N	\N	The projection of one year before. Kept to show how it moved.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55eb-7625-a425-8ffa9e02f8ba	growth.2024-34.29-2072	1	live	Medical records specialists	7	\N	percent	projection	Jobs in this group, all industries	29-2072	United States	2024	2034	bls-ooh-2025	growth	S	\N	\N	The projection of one year before. Kept to show how it moved.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55f0-772d-8046-65bf15463ef7	growth.2024-34.29-9021	1	live	Health information technologists and medical registrars	15	\N	percent	projection	Jobs in this group, all industries	29-9021	United States	2024	2034	bls-ooh-2025	growth	S	\N	\N	The projection of one year before. Kept to show how it moved.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e1-77dc-a098-711bb791f97e	growth.29-2072	1	live	Medical records specialists	8	\N	percent	projection	Jobs in this group, all industries	29-2072	United States	2025	2035	bls-ooh-2026	growth	S	\N	2026-12-15	Read from two second copies of the BLS page. To be checked there.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e3-717b-8c31-579fdcad3e20	growth.29-9021	1	live	Health information technologists and medical registrars	16	\N	percent	projection	Jobs in this group, all industries	29-9021	United States	2025	2035	bls-ooh-2026	growth	S	\N	2026-12-15	The registrars in this group work on the HIM side. Read from two second copies of the BLS page. To be checked there.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5641-75d0-8a3a-33e155087a6e	institution.harbor	1	live	The school of this site	\N	Harbor State College is a made-up school for a demo. In this demo it teaches both programs. Its accreditation entries are demo data.	text	none	Harbor State College	\N	Harbor State College	2026-09	\N	harbor-catalog	scope	P	2026-11-22	2027-09-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5642-7372-b8bf-721acee3ea71	institution.outcomes	1	live	What an accredited program must show	\N	Its graduation rate, its employment rate and one more outcome, dated, and no older than the last full school year.	text	none	Programs that CAHIIM accredits	\N	United States	2026	\N	cahiim-website	\N	P	2026-11-22	2027-11-22	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5640-7528-bb87-fed154b2e71b	institution.renamed	1	live	The college of the article	\N	Rasmussen College is now Rasmussen University.	text	none	Rasmussen University	\N	United States	2025	\N	rasmussen-catalog	\N	S	\N	2027-11-22	Read from a catalog of 2025–26.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5643-72c0-a87e-c971c63b6f98	institution.transfer-cap	1	live	Most of a program that Rasmussen takes as transfer credit	67	\N	percent	share	Students who bring credits to Rasmussen University	\N	Rasmussen University	2025	\N	rasmussen-catalog	\N	S	\N	2027-09-01	Its credits are quarter credits. Read from a second copy.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5606-7503-90fe-902db73a8195	interest.conventional.11-9111	1	live	Order and rules (conventional), health services managers	5.17	\N	scale_1_7	rating	Rating of the job: health services managers	11-9111	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Interests tell the analyst from the manager.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5603-7544-84f8-1d6a7b426464	interest.conventional.15-1211.01	1	live	Order and rules (conventional), health informatics specialists	4.71	\N	scale_1_7	rating	Rating of the job: health informatics specialists	15-1211.01	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	Interests tell the analyst from the manager. They do not tell HI from HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-560f-7240-9b20-951136cf7b6f	interest.conventional.29-2072	1	live	Order and rules (conventional), medical records specialists	6.95	\N	scale_1_7	rating	Rating of the job: medical records specialists	29-2072	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	An HIM job whose interests look nearer to an HI analyst than to a manager.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-560a-7030-a5be-e18484b7e7e8	interest.conventional.29-9021	1	live	Order and rules (conventional), health information technologists and registrars	5.95	\N	scale_1_7	rating	Rating of the job: health information technologists and registrars	29-9021	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5604-701c-996e-86bcfa3111a7	interest.enterprising.11-9111	1	live	Leading and persuading (enterprising), health services managers	5.95	\N	scale_1_7	rating	Rating of the job: health services managers	11-9111	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Interests tell the analyst from the manager.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5601-72c2-9053-94244d4a1e94	interest.enterprising.15-1211.01	1	live	Leading and persuading (enterprising), health informatics specialists	2.08	\N	scale_1_7	rating	Rating of the job: health informatics specialists	15-1211.01	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	Interests tell the analyst from the manager. They do not tell HI from HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-560d-7697-92c4-f113157dee0f	interest.enterprising.29-2072	1	live	Leading and persuading (enterprising), medical records specialists	1.88	\N	scale_1_7	rating	Rating of the job: medical records specialists	29-2072	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	An HIM job whose interests look nearer to an HI analyst than to a manager.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5608-715e-a9bb-c0e13fcebb2b	interest.enterprising.29-9021	1	live	Leading and persuading (enterprising), health information technologists and registrars	2.2	\N	scale_1_7	rating	Rating of the job: health information technologists and registrars	29-9021	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5604-701c-996e-86bb08f9b111	interest.investigative.11-9111	1	live	Ideas and data (investigative), health services managers	3.75	\N	scale_1_7	rating	Rating of the job: health services managers	11-9111	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Interests tell the analyst from the manager.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5600-752f-bc27-36ccd1d566c8	interest.investigative.15-1211.01	1	live	Ideas and data (investigative), health informatics specialists	6.29	\N	scale_1_7	rating	Rating of the job: health informatics specialists	15-1211.01	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	Interests tell the analyst from the manager. They do not tell HI from HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-560c-72dd-8a0a-5652745e7e3e	interest.investigative.29-2072	1	live	Ideas and data (investigative), medical records specialists	4.33	\N	scale_1_7	rating	Rating of the job: medical records specialists	29-2072	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	An HIM job whose interests look nearer to an HI analyst than to a manager.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5607-71c1-ad7a-dc89e7828612	interest.investigative.29-9021	1	live	Ideas and data (investigative), health information technologists and registrars	5.17	\N	scale_1_7	rating	Rating of the job: health information technologists and registrars	29-9021	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5605-72f6-a57d-247399f4b114	interest.social.11-9111	1	live	Helping people (social), health services managers	4.4	\N	scale_1_7	rating	Rating of the job: health services managers	11-9111	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Interests tell the analyst from the manager.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5602-7148-8175-8be0f6efa5d9	interest.social.15-1211.01	1	live	Helping people (social), health informatics specialists	4.52	\N	scale_1_7	rating	Rating of the job: health informatics specialists	15-1211.01	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	Interests tell the analyst from the manager. They do not tell HI from HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-560e-71c7-8044-b5230f041511	interest.social.29-2072	1	live	Helping people (social), medical records specialists	3.41	\N	scale_1_7	rating	Rating of the job: medical records specialists	29-2072	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	An HIM job whose interests look nearer to an HI analyst than to a manager.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5609-7253-a9ab-e94c45581193	interest.social.29-9021	1	live	Helping people (social), health information technologists and registrars	3.83	\N	scale_1_7	rating	Rating of the job: health information technologists and registrars	29-9021	United States	2026-02	\N	onet-30-2-interests	onet	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5631-7247-bcc1-664401873643	knowledge.hi	1	live	Where HI specialists rate higher than managers	\N	Design, technology, computers, medicine, programming and new ideas.	text	none	Health informatics specialists and health services managers	15-1211.01	United States	2025-05	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	Attention to detail counts the same in both.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5632-7391-b68e-180e1d7e2316	knowledge.him	1	live	Where health managers rate higher than HI specialists	\N	Staff matters, money, administration, law, persuading, and staying calm.	text	none	Health informatics specialists and health services managers	11-9111	United States	2025-05	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Attention to detail counts the same in both.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-563a-7648-8a85-9f575df9e6ec	leadership.hi	1	live	Leadership in HI	\N	It counts here too: 4.19 of 5 in importance for HI specialists, 4.75 for health services managers.	text	none	Health informatics specialists and health services managers	15-1211.01	United States	2025-05	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e5-7385-a83f-e0caacf7d936	openings.11-9111	1	live	Medical and health services managers	62300	\N	count	projection	Openings a year on average, all industries	11-9111	United States	2025	2035	bls-ooh-2026	openings	S	\N	2026-12-15	About this many a year. All health managers, not HIM alone. Read from one second copy of the BLS page. To be checked there.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e7-703d-8d79-e0031537153d	openings.15-1211	1	live	Computer systems analysts	32900	\N	count	projection	Openings a year on average, all industries	15-1211	United States	2025	2035	bls-ooh-2026	openings	S	\N	2026-12-15	About this many a year. All systems analysts, not HI alone. Read from one second copy of the BLS page. To be checked there.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e1-77dc-a098-711c8948e608	openings.29-2072	1	live	Medical records specialists	14000	\N	count	projection	Openings a year on average, all industries	29-2072	United States	2025	2035	bls-ooh-2026	openings	S	\N	2026-12-15	About this many a year. Read from two second copies of the BLS page. To be checked there.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e4-75ed-810b-0ac9c8e00def	openings.29-9021	1	live	Health information technologists and medical registrars	3000	\N	count	projection	Openings a year on average, all industries	29-9021	United States	2025	2035	bls-ooh-2026	openings	S	\N	2026-12-15	About this many a year. The registrars in this group work on the HIM side. Read from two second copies of the BLS page. To be checked there.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-563d-7543-ac5c-ccf3445d7f59	outlook.today	1	live	Against all jobs	\N	All four job groups are projected to grow faster than all jobs together.	text	none	Job groups 29-2072, 29-9021, 11-9111 and 15-1211	\N	United States	2025	2035	bls-ooh-2026	growth	S	\N	2026-12-15	Read from second copies of the BLS pages. To be checked there.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-563c-7023-a503-1d18212f1514	pay.first	1	live	Starting pay	\N	BLS publishes no starting pay for any of these jobs.	text	none	Job groups on this site	\N	United States	2025-05	\N	bls-oews-2025	wages	S	\N	2027-06-01	The low end shown here is the 10th percentile. It is not starting pay.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d1-71eb-ab98-857d9a41ec04	pay.mean.00-0000	1	live	All occupations	69770	\N	usd_per_year	mean	All workers, all education and experience levels	00-0000	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	Every job in the United States, to compare with.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c5-7093-b051-41c3dbca5b9a	pay.mean.11-9111	1	live	Medical and health services managers	140970	\N	usd_per_year	mean	All workers in this job group, all education and experience levels	11-9111	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55cc-76f9-8bca-31c89dbe0c64	pay.mean.15-1211	1	live	Computer systems analysts	114610	\N	usd_per_year	mean	All workers in this job group, all education and experience levels	15-1211	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All systems analysts, not HI alone. The group holds health informatics specialists.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55bb-73b4-8c36-aefd08d34665	pay.mean.29-2072	1	live	Medical records specialists	56790	\N	usd_per_year	mean	All workers in this job group, all education and experience levels	29-2072	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c0-7624-9b02-f3b07122db1f	pay.mean.29-9021	1	live	Health information technologists and medical registrars	74970	\N	usd_per_year	mean	All workers in this job group, all education and experience levels	29-9021	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55cd-7129-9d3c-8121951452a9	pay.median.00-0000	1	live	All occupations	50980	\N	usd_per_year	median	All workers, all education and experience levels	00-0000	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	Every job in the United States, to compare with.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c1-712f-ada3-d5e6a7f64d53	pay.median.11-9111	1	live	Medical and health services managers	123860	\N	usd_per_year	median	All workers in this job group, all education and experience levels	11-9111	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55dc-77c6-98e5-5d65a15ce8ba	pay.median.11-9111.hospitals	1	live	Medical and health services managers in hospitals	133580	\N	usd_per_year	median	Workers in hospitals, all education and experience levels	11-9111	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55de-725c-b027-756d7d889c82	pay.median.11-9111.physician-offices	1	live	Medical and health services managers in physicians’ offices	105770	\N	usd_per_year	median	Workers in physicians’ offices, all education and experience levels	11-9111	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55e0-70f1-8b32-baca93b08ffd	pay.median.11-9111.residential-care	1	live	Medical and health services managers in nursing and residential care	100520	\N	usd_per_year	median	Workers in nursing and residential care, all education and experience levels	11-9111	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c7-76d5-b3b9-eed3b66b432a	pay.median.15-1211	1	live	Computer systems analysts	105850	\N	usd_per_year	median	All workers in this job group, all education and experience levels	15-1211	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All systems analysts, not HI alone. The group holds health informatics specialists.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d3-75ce-b44a-49cc3df804dd	pay.median.15-1211.sector-62	1	live	Computer systems analysts in health care and social assistance	101570	\N	usd_per_year	median	Workers in health care and social assistance (sector 62), all education and experience levels	15-1211	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	The fairest national figure for HI analysts: systems analysts who work in health care and social assistance. Still not HI alone.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55f7-75b7-b883-4d1cb52e1929	pay.median.2011.29-2071	1	live	Medical records and health information technicians	33310	\N	usd_per_year	median	All workers in this job group, all education and experience levels	29-2071	United States	2011-05	\N	bls-oews-older	wages	P	2026-11-22	\N	The old job class, one year before the article’s figure. It was split in the 2018 job list.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55f8-71f1-8735-5f4caa08b375	pay.median.2012.11-9111	1	live	Medical and health services managers	88580	\N	usd_per_year	median	All workers in this job group, all education and experience levels	11-9111	United States	2012-05	\N	bls-oews-older	wages	M	\N	\N	About this much. Not confirmed. It shows that the article’s HIM figure was no median.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55b4-7378-8cbb-59545315f2dd	pay.median.29-2072	1	live	Medical records specialists	51140	\N	usd_per_year	median	All workers in this job group, all education and experience levels	29-2072	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d5-706d-b9f9-85a043d70430	pay.median.29-2072.hospitals	1	live	Medical records specialists in hospitals	59120	\N	usd_per_year	median	Workers in hospitals, all education and experience levels	29-2072	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d7-71f6-95d8-0e55b996d843	pay.median.29-2072.physician-offices	1	live	Medical records specialists in physicians’ offices	47120	\N	usd_per_year	median	Workers in physicians’ offices, all education and experience levels	29-2072	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55bd-7169-97cf-bcaedf8774fe	pay.median.29-9021	1	live	Health information technologists and medical registrars	68020	\N	usd_per_year	median	All workers in this job group, all education and experience levels	29-9021	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d9-701a-8573-060c8b90bfb0	pay.median.29-9021.hospitals	1	live	Health information technologists and medical registrars in hospitals	67480	\N	usd_per_year	median	Workers in hospitals, all education and experience levels	29-9021	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55db-72d4-92a0-2e5c41376813	pay.median.29-9021.physician-offices	1	live	Health information technologists and medical registrars in physicians’ offices	54670	\N	usd_per_year	median	Workers in physicians’ offices, all education and experience levels	29-9021	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55ce-7208-ba5c-46b1dae37ec0	pay.p10.00-0000	1	live	All occupations	31200	\N	usd_per_year	p10	All workers, all education and experience levels	00-0000	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	Every job in the United States, to compare with.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c2-731b-b7d7-9dc5bc420258	pay.p10.11-9111	1	live	Medical and health services managers	73390	\N	usd_per_year	p10	All workers in this job group, all education and experience levels	11-9111	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c8-759d-8698-8f83fbae5df8	pay.p10.15-1211	1	live	Computer systems analysts	67340	\N	usd_per_year	p10	All workers in this job group, all education and experience levels	15-1211	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All systems analysts, not HI alone. The group holds health informatics specialists.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55f9-739f-9603-2dd01d28a4a3	pay.p10.2012.11-9111	1	live	Medical and health services managers	53940	\N	usd_per_year	p10	All workers in this job group, all education and experience levels	11-9111	United States	2012-05	\N	bls-oews-older	wages	M	\N	\N	About this much. Not confirmed. The article’s “start” figure sits near it.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55fa-75e9-8efe-fca135408db6	pay.p10.2019.11-9111	1	live	Medical and health services managers	58820	\N	usd_per_year	p10	All workers in this job group, all education and experience levels	11-9111	United States	2019-05	\N	bls-oews-older	wages	P	2026-11-22	\N	Kept to show how the low end moved.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55b7-7384-b2e2-537b4e5c8238	pay.p10.29-2072	1	live	Medical records specialists	37000	\N	usd_per_year	p10	All workers in this job group, all education and experience levels	29-2072	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55bd-7169-97cf-bcaf3b701ea8	pay.p10.29-9021	1	live	Health information technologists and medical registrars	39830	\N	usd_per_year	p10	All workers in this job group, all education and experience levels	29-9021	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55cf-7783-ac9a-39c4689795a6	pay.p25.00-0000	1	live	All occupations	37590	\N	usd_per_year	p25	All workers, all education and experience levels	00-0000	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	Every job in the United States, to compare with.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c3-7112-817b-e892acba97ad	pay.p25.11-9111	1	live	Medical and health services managers	94700	\N	usd_per_year	p25	All workers in this job group, all education and experience levels	11-9111	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c8-759d-8698-8f842a0af11b	pay.p25.15-1211	1	live	Computer systems analysts	82860	\N	usd_per_year	p25	All workers in this job group, all education and experience levels	15-1211	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All systems analysts, not HI alone. The group holds health informatics specialists.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55b8-72c1-871e-d01c8894bce0	pay.p25.29-2072	1	live	Medical records specialists	43490	\N	usd_per_year	p25	All workers in this job group, all education and experience levels	29-2072	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55be-7023-996d-130b51c8912c	pay.p25.29-9021	1	live	Health information technologists and medical registrars	48940	\N	usd_per_year	p25	All workers in this job group, all education and experience levels	29-9021	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d0-77af-9901-39d0e4f05ee8	pay.p75.00-0000	1	live	All occupations	80520	\N	usd_per_year	p75	All workers, all education and experience levels	00-0000	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	Every job in the United States, to compare with.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c4-75be-a944-91f556211f4a	pay.p75.11-9111	1	live	Medical and health services managers	166100	\N	usd_per_year	p75	All workers in this job group, all education and experience levels	11-9111	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c9-71d8-b892-76b09c0161bc	pay.p75.15-1211	1	live	Computer systems analysts	134110	\N	usd_per_year	p75	All workers in this job group, all education and experience levels	15-1211	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All systems analysts, not HI alone. The group holds health informatics specialists.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55b9-714e-8731-aa608eaadc79	pay.p75.29-2072	1	live	Medical records specialists	64820	\N	usd_per_year	p75	All workers in this job group, all education and experience levels	29-2072	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55bf-76d4-a3be-b7cf6c3001f7	pay.p75.29-9021	1	live	Health information technologists and medical registrars	95630	\N	usd_per_year	p75	All workers in this job group, all education and experience levels	29-9021	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d0-77af-9901-39d1e1585898	pay.p90.00-0000	1	live	All occupations	128560	\N	usd_per_year	p90	All workers, all education and experience levels	00-0000	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	Every job in the United States, to compare with.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c4-75be-a944-91f6094e03de	pay.p90.11-9111	1	live	Medical and health services managers	224340	\N	usd_per_year	p90	All workers in this job group, all education and experience levels	11-9111	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55cb-73a7-9745-6de9729dee2b	pay.p90.15-1211	1	live	Computer systems analysts	167710	\N	usd_per_year	p90	All workers in this job group, all education and experience levels	15-1211	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	All systems analysts, not HI alone. The group holds health informatics specialists.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55ba-7606-b15f-ec6f697b1be7	pay.p90.29-2072	1	live	Medical records specialists	81150	\N	usd_per_year	p90	All workers in this job group, all education and experience levels	29-2072	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55c0-7624-9b02-f3af372917c7	pay.p90.29-9021	1	live	Health information technologists and medical registrars	117420	\N	usd_per_year	p90	All workers in this job group, all education and experience levels	29-9021	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-563b-740f-bb70-ffa7d36b45b2	pay.spread	1	live	What moves pay	\N	These wage figures mix all education and experience levels, so they cannot show what each one adds. In each of the four groups the best paid tenth earn more than twice what the lowest paid tenth earn.	text	none	Workers in groups 29-2072, 29-9021, 11-9111 and 15-1211	\N	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	Worked out from the 10th and 90th percentiles.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-562f-7321-9ccf-fa3c0153b764	places.today	1	live	Does the place of work tell the two apart?	\N	No. In all three health groups, hospitals hold more jobs than physicians’ offices do.	text	none	Jobs in groups 29-2072, 29-9021 and 11-9111	\N	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	Worked out from the shares of jobs by setting. BLS gives no such shares for HI alone.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-563f-77ca-8d63-2a6cca10636b	scope.figures	1	live	What these figures stand for	\N	National figures, all education and experience levels. Not starting pay, and not what our graduates earn.	text	none	Every wage figure on this site	\N	United States	2025-05	\N	bls-oews-2025	wages	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55db-72d4-92a0-2e5da2bfba2e	setting.share.hospitals.11-9111	1	live	Medical and health services managers in hospitals	29.4	\N	percent	share	Jobs in this group, all industries	11-9111	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d5-706d-b9f9-859f9710d8af	setting.share.hospitals.29-2072	1	live	Medical records specialists in hospitals	28.5	\N	percent	share	Jobs in this group, all industries	29-2072	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d8-731e-b2c7-f528d4e32bcc	setting.share.hospitals.29-9021	1	live	Health information technologists and medical registrars in hospitals	49.7	\N	percent	share	Jobs in this group, all industries	29-9021	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55dd-7469-bbed-6baedeea7c2c	setting.share.physician-offices.11-9111	1	live	Medical and health services managers in physicians’ offices	13.5	\N	percent	share	Jobs in this group, all industries	11-9111	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55d6-7113-a11a-3d10f9c3ef02	setting.share.physician-offices.29-2072	1	live	Medical records specialists in physicians’ offices	17.9	\N	percent	share	Jobs in this group, all industries	29-2072	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55da-7760-baff-8e88d864a2f3	setting.share.physician-offices.29-9021	1	live	Health information technologists and medical registrars in physicians’ offices	10.7	\N	percent	share	Jobs in this group, all industries	29-9021	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	The registrars in this group work on the HIM side.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-55df-748a-989a-c875d55eb4f6	setting.share.residential-care.11-9111	1	live	Medical and health services managers in nursing and residential care	9.9	\N	percent	share	Jobs in this group, all industries	11-9111	United States	2025-05	\N	bls-oews-2025	\N	P	2026-11-22	2027-06-01	All health managers, not HIM alone. Most HIM jobs lead nobody, so this overstates HIM.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5633-7695-be15-b4fb164c1594	skills.coding	1	live	Medical coding	\N	Belongs to HIM today.	text	none	Coding jobs and credentials	\N	United States	2026	\N	ahima-exams	\N	S	\N	2027-11-22	The article gave it to HI.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-562f-7321-9ccf-fa3de8cd241f	skills.hi	1	live	Top skills of health informatics specialists	\N	Reading, hard problem solving, listening, writing, speaking, critical thinking, and making sense of systems.	text	none	Health informatics specialists	15-1211.01	United States	2025-05	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5630-73d4-a8c0-fc176a5835e8	skills.him	1	live	Top skills of health services managers	\N	Speaking, critical thinking, leading staff, and reading how people react.	text	none	Medical and health services managers	11-9111	United States	2025-05	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	All health managers, not HIM alone.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-562c-7533-a048-2b21689dcdc6	tasks.hi	1	live	Tasks of health informatics specialists	\N	O*NET lists 17 tasks. Many of them are close to nursing.	text	none	Health informatics specialists	15-1211.01	United States	2024-08	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-562e-7662-be32-23acba5c9443	tasks.him	1	live	Where most HIM jobs are	\N	Coding, the wording of clinical records, privacy, registries and data quality. Most of these jobs lead nobody.	text	none	Jobs in health information management	\N	United States	2026	\N	ahima-him	\N	S	\N	2027-11-22	The article named manager’s duties only. Not read from a primary page yet.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-562d-766d-9669-a4786aa50817	tasks.registrars	1	live	Tasks of health information technologists and registrars	\N	O*NET lists 16 tasks. They run from coding to database design and to leading the records department.	text	none	Health information technologists and medical registrars	29-9021	United States	2025-05	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	The two fields overlap in this group.		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-563e-746e-afc2-9df16842d4ea	verdict.today	1	live	Which one is right?	\N	It still depends on what you like and what you want. O*NET lists the two jobs as related, so “either” is an honest answer.	text	none	Health informatics specialists and health services managers	\N	United States	2025-05	\N	onet-29-3	onet	P	2026-11-22	2027-06-01	\N		\N	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
\.


--
-- Data for Name: desk; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.desk (advisor_id, students, last_given_at) FROM stdin;
01a20399-579b-7559-af2f-a49ae4c42537	2	2026-11-10 14:11:50.796146+00
01a20399-579b-7559-af2f-a49b553c5f2d	2	2026-11-10 14:11:50.796146+00
\.


--
-- Data for Name: dimension; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.dimension (questionnaire_id, code, "position", weight, hi_pole, him_pole) FROM stdin;
01a20399-5599-719b-8c96-1d1a1c41c416	ANALYZE	1	3	Analyzing evidence	Overseeing day-to-day operations
01a20399-5599-719b-8c96-1d1a1c41c416	LEAD	2	3	Expert in my own work	Leading people
01a20399-5599-719b-8c96-1d1a1c41c416	TECH	3	2	Shaping technology	Rules and compliance
01a20399-5599-719b-8c96-1d1a1c41c416	IMPACT	4	2	Care and outcomes	Budgets and schedules
01a20399-5599-719b-8c96-1d1a1c41c416	COMM	5	1	Focused problem work	Working across departments
01a20399-5599-719b-8c96-1d1a1c41c416	TEMPO	6	1	Trying new ways	Steady accountability
\.


--
-- Data for Name: disclaimer; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.disclaimer (key, text) FROM stdin;
wages	These are national figures for people of all education and experience levels. They are not starting pay. They are not what our graduates earn. Pay near you may differ.
growth	Growth is a national projection by the U.S. Bureau of Labor Statistics. It is an estimate for the whole job group, not a promise of a job. Your area may differ.
openings	Openings are a projected yearly average for the whole country. They count new jobs and people who leave. They say nothing about one school or one town.
onet	This service includes information from the O*NET 30.2/29.3 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. We modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.
article	The article said this about its own figures: they are national, averaged earnings for all levels of education and experience. They are not starting salaries, and local conditions vary. We keep its figures for the record. Do not plan with them.
credentials	Fees and rules of an exam are set by the body that gives it, and they change. Check them there before you pay.
external-links	Links to other sites are for reference only. We do not endorse those sites, and they do not endorse us.
scope	A program may not prepare students for all positions named on this site. Ask your advisor which jobs a program prepares you for.
\.


--
-- Data for Name: invitation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.invitation (id, email, email_key, full_name, role, invited_by, form_key, created_at, accepted_at) FROM stdin;
\.


--
-- Data for Name: item; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.item (questionnaire_id, name, "position", part, dimension, key, text) FROM stdin;
01a20399-5599-719b-8c96-1d1a1c41c416	q01	1	1	ANALYZE	1	Dig through a year of visit data to find out why some patients come back too soon.
01a20399-5599-719b-8c96-1d1a1c41c416	q02	2	1	LEAD	-1	Coach a team through its daily work.
01a20399-5599-719b-8c96-1d1a1c41c416	q03	3	1	TECH	1	Work out how a new health-record feature should be set up.
01a20399-5599-719b-8c96-1d1a1c41c416	q04	4	1	IMPACT	-1	Plan a department's yearly budget.
01a20399-5599-719b-8c96-1d1a1c41c416	q05	5	1	COMM	1	Concentrate for hours on one complicated puzzle.
01a20399-5599-719b-8c96-1d1a1c41c416	q06	6	1	TEMPO	-1	Make the call when something goes wrong.
01a20399-5599-719b-8c96-1d1a1c41c416	q07	7	2	ANALYZE	-1	Keep a whole department running smoothly from day to day.
01a20399-5599-719b-8c96-1d1a1c41c416	q08	8	2	LEAD	1	Become the person others bring the hardest technical questions to.
01a20399-5599-719b-8c96-1d1a1c41c416	q09	9	2	TECH	-1	Work out what a new privacy rule means for an organization.
01a20399-5599-719b-8c96-1d1a1c41c416	q10	10	2	IMPACT	1	Sit with nurses to learn what information they need while caring for patients.
01a20399-5599-719b-8c96-1d1a1c41c416	q11	11	2	COMM	-1	Explain a decision to people from the front desk to the executive office.
01a20399-5599-719b-8c96-1d1a1c41c416	q12	12	2	TEMPO	1	Test an unproven idea on a small scale to see what happens.
01a20399-5599-719b-8c96-1d1a1c41c416	q13	13	3	ANALYZE	1	Decide how to measure whether a change in a clinic really worked.
01a20399-5599-719b-8c96-1d1a1c41c416	q14	14	3	LEAD	-1	Be responsible for how well other people do their jobs.
01a20399-5599-719b-8c96-1d1a1c41c416	q15	15	3	TECH	1	Rework a database query until it returns exactly what is needed.
01a20399-5599-719b-8c96-1d1a1c41c416	q16	16	3	IMPACT	-1	Build work schedules that are fair and cover every shift.
01a20399-5599-719b-8c96-1d1a1c41c416	q17	17	3	COMM	1	Find out why two computer systems report different numbers.
01a20399-5599-719b-8c96-1d1a1c41c416	q18	18	3	TEMPO	-1	Be the person who answers to inspectors and auditors.
01a20399-5599-719b-8c96-1d1a1c41c416	q19	19	4	ANALYZE	-1	Line up the people, rooms and services that a new patient program needs.
01a20399-5599-719b-8c96-1d1a1c41c416	q20	20	4	LEAD	1	Spend most of my week on specialist work of my own.
01a20399-5599-719b-8c96-1d1a1c41c416	q21	21	4	TECH	-1	Check whether departments really follow the procedures they agreed to.
01a20399-5599-719b-8c96-1d1a1c41c416	q22	22	4	IMPACT	1	Follow how groups of patients do over the years.
01a20399-5599-719b-8c96-1d1a1c41c416	q23	23	4	COMM	-1	Settle a disagreement between two departments.
01a20399-5599-719b-8c96-1d1a1c41c416	q24	24	4	TEMPO	1	Redesign a routine that everyone else has stopped questioning.
\.


--
-- Data for Name: ladder; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ladder (catalog_id, key, "position", title, era, note) FROM stdin;
01a20399-5678-70f7-b196-3107ba6bd2db	degree-ladder	1	The degree ladder	current	Credits are quarter credits, counted from the first class. A step after the bachelor’s degree says how many more it takes.
01a20399-5678-70f7-b196-3107ba6bd2db	healthcare-management	2	Healthcare management	historical	From a chart in the article, about 2012–14. Which start label sits on which credit mark is partly inferred. The only chart with a master’s degree, and the one near HIM.
01a20399-5678-70f7-b196-3107ba6bd2db	rsb	3	School of Business	historical	From a chart in the article, about 2012–14. Which start label sits on which credit mark is partly inferred. The school’s name is inferred too. The chart marks two starts, at 0 and at 90 credits.
01a20399-5678-70f7-b196-3107ba6bd2db	rsd	4	School of Design	historical	From a chart in the article, about 2012–14. Which start label sits on which credit mark is partly inferred. The school’s name is inferred too. The chart marks two starts, at 0 and at 91 credits.
01a20399-5678-70f7-b196-3107ba6bd2db	rsjs	5	School of Justice Studies	historical	From a chart in the article, about 2012–14. Which start label sits on which credit mark is partly inferred. The school’s name is inferred too. The chart marks two starts, at 0 and at 91 credits.
01a20399-5678-70f7-b196-3107ba6bd2db	rsn	6	School of Nursing	historical	From a chart in the article, about 2012–14. Which start label sits on which credit mark is partly inferred. The school’s name is inferred too. The chart marks two starts, at 0 and at 91 credits.
\.


--
-- Data for Name: letter; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.letter (id, kind, person_id, result_id, to_name, to_email, reply_to, locale, facts, sealed_token, message_id, state, tries, next_try_at, leased_until, lease, subject, body_text, body_html, server_words, form_key, created_at, settled_at) FROM stdin;
01a20399-57d5-7340-9432-2e7fa3f6827d	recommendation	01a20399-579b-7559-af2f-a49cf943fc97	01a20399-57c3-7447-8091-b57de148009c	Eve Hart	eve@students.harbor.example	ada@harbor.example	en	{"hi": 2, "him": 64, "kind": "recommendation", "called": "Eve", "reason": null, "advisor": {"name": "Ada Bell", "email": "ada@harbor.example"}, "against": null, "figures": [{"label": "Medical records specialists", "value": "$51,140", "period": "May 2025", "source": "U.S. Bureau of Labor Statistics", "statistic": "median", "checked_on": "2026-11-22", "revision_id": "01a20399-55b4-7378-8cbb-59545315f2dd"}, {"label": "Medical and health services managers", "value": "$123,860", "period": "May 2025", "source": "U.S. Bureau of Labor Statistics", "statistic": "median", "checked_on": "2026-11-22", "revision_id": "01a20399-55c1-712f-ada3-d5e6a7f64d53"}, {"label": "Medical records specialists", "value": "8%", "period": "2025–35", "source": "U.S. Bureau of Labor Statistics", "statistic": "projection", "checked_on": null, "revision_id": "01a20399-55e1-77dc-a098-711bb791f97e"}, {"label": "Medical and health services managers", "value": "24%", "period": "2025–35", "source": "U.S. Bureau of Labor Statistics", "statistic": "projection", "checked_on": null, "revision_id": "01a20399-55e4-75ed-810b-0aca732cd8f7"}], "missing": 0, "outcome": "HIM_CLEAR", "program": {"needs": null, "title": "Associate’s in health information technology", "years": 2, "feasibility": "FITS"}, "answered": 24, "next_step": "talk-to-advisor", "strongest": ["Overseeing day-to-day operations", "Leading people", "Rules and compliance"], "disclaimer": "Growth is a national projection by the U.S. Bureau of Labor Statistics. It is an estimate for the whole job group, not a promise of a job. Your area may differ. These are national figures for people of all education and experience levels. They are not starting pay. They are not what our graduates earn. Pay near you may differ.", "item_count": 24, "result_date": "2026-11-22", "result_path": "/results/01a20399-57c3-7447-8091-b57de148009c", "include_scores": true}	\N	<01a20399-57d5-7340-9432-2e7fa3f6827d@harbor.example>	queued	0	2026-11-22 14:11:50.796146+00	\N	\N	\N	\N	\N	\N	\N	2026-11-20 14:11:50.796146+00	\N
01a20399-5800-7086-ab2f-48643c1740bf	recommendation	01a20399-57a0-70ab-aeca-64d187d82122	01a20399-57fb-762c-b8f3-ff18026a865b	Hana Sato	hana@students.harbor.example	bo@harbor.example	en	{"hi": 19, "him": 0, "kind": "recommendation", "called": "Hana", "reason": "BALANCED", "advisor": {"name": "Bo Chen", "email": "bo@harbor.example"}, "against": null, "figures": [{"label": "Health information technologists and medical registrars", "value": "$68,020", "period": "May 2025", "source": "U.S. Bureau of Labor Statistics", "statistic": "median", "checked_on": "2026-11-22", "revision_id": "01a20399-55bd-7169-97cf-bcaedf8774fe"}, {"label": "Medical records specialists", "value": "$51,140", "period": "May 2025", "source": "U.S. Bureau of Labor Statistics", "statistic": "median", "checked_on": "2026-11-22", "revision_id": "01a20399-55b4-7378-8cbb-59545315f2dd"}, {"label": "Computer systems analysts", "value": "$105,850", "period": "May 2025", "source": "U.S. Bureau of Labor Statistics", "statistic": "median", "checked_on": "2026-11-22", "revision_id": "01a20399-55c7-76d5-b3b9-eed3b66b432a"}, {"label": "Medical and health services managers", "value": "$123,860", "period": "May 2025", "source": "U.S. Bureau of Labor Statistics", "statistic": "median", "checked_on": "2026-11-22", "revision_id": "01a20399-55c1-712f-ada3-d5e6a7f64d53"}, {"label": "All occupations", "value": "$50,980", "period": "May 2025", "source": "U.S. Bureau of Labor Statistics", "statistic": "median", "checked_on": "2026-11-22", "revision_id": "01a20399-55cd-7129-9d3c-8121951452a9"}], "missing": 0, "outcome": "EITHER", "program": null, "answered": 24, "next_step": "talk-to-advisor", "strongest": ["Analyzing evidence", "Expert in my own work", "Care and outcomes"], "disclaimer": "These are national figures for people of all education and experience levels. They are not starting pay. They are not what our graduates earn. Pay near you may differ.", "item_count": 24, "result_date": "2026-11-22", "result_path": "/results/01a20399-57fb-762c-b8f3-ff18026a865b", "include_scores": true}	\N	<01a20399-5800-7086-ab2f-48643c1740bf@harbor.example>	queued	0	2026-11-22 14:11:50.796146+00	\N	\N	\N	\N	\N	\N	\N	2026-11-21 14:11:50.796146+00	\N
\.


--
-- Data for Name: letter_claim; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.letter_claim (letter_id, revision_id) FROM stdin;
01a20399-57d5-7340-9432-2e7fa3f6827d	01a20399-55b4-7378-8cbb-59545315f2dd
01a20399-57d5-7340-9432-2e7fa3f6827d	01a20399-55c1-712f-ada3-d5e6a7f64d53
01a20399-57d5-7340-9432-2e7fa3f6827d	01a20399-55e1-77dc-a098-711bb791f97e
01a20399-57d5-7340-9432-2e7fa3f6827d	01a20399-55e4-75ed-810b-0aca732cd8f7
01a20399-5800-7086-ab2f-48643c1740bf	01a20399-55b4-7378-8cbb-59545315f2dd
01a20399-5800-7086-ab2f-48643c1740bf	01a20399-55bd-7169-97cf-bcaedf8774fe
01a20399-5800-7086-ab2f-48643c1740bf	01a20399-55c1-712f-ada3-d5e6a7f64d53
01a20399-5800-7086-ab2f-48643c1740bf	01a20399-55c7-76d5-b3b9-eed3b66b432a
01a20399-5800-7086-ab2f-48643c1740bf	01a20399-55cd-7129-9d3c-8121951452a9
\.


--
-- Data for Name: letter_try; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.letter_try (letter_id, number, at, state, words) FROM stdin;
\.


--
-- Data for Name: note; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.note (id, student_id, author_id, author, author_role, level, body, contact_on, contact_how, topic, form_key, created_at) FROM stdin;
01a20399-57e8-7158-aa79-aa1aa374da7d	01a20399-579b-7559-af2f-a49cf943fc97	01a20399-579b-7559-af2f-a49ae4c42537	Ada Bell	advisor	advisors	Met in person. Leads the front desk at a clinic and likes training new staff. Worried about four more years of school.	2026-11-21	in_person	program	01a20399-57e8-7158-aa79-aa19cccf2dd3	2026-11-21 14:11:50.796146+00
01a20399-57ec-72de-9a67-10cbbbfa73ef	01a20399-579b-7559-af2f-a49cf943fc97	01a20399-579b-7559-af2f-a49ae4c42537	Ada Bell	advisor	restricted	Ask about evening child care before we talk about day classes.	2026-11-21	in_person	program	01a20399-57eb-7705-b55e-670ca16df188	2026-11-21 14:11:50.796146+00
01a20399-57ed-7431-9597-04df14c27a9d	01a20399-579b-7559-af2f-a49cf943fc97	01a20399-579b-7559-af2f-a49ae4c42537	Ada Bell	advisor	student	Nice to meet you, Eve. Bring your old transcript and we can see which credits move over.	2026-11-21	in_person	program	01a20399-57ed-7431-9597-04dea254b7ce	2026-11-21 14:11:50.796146+00
\.


--
-- Data for Name: page; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.page (slug, "position", created_at) FROM stdin;
landing	1	2026-11-22 14:11:50.294441+00
compare	2	2026-11-22 14:11:50.294441+00
health-informatics	3	2026-11-22 14:11:50.294441+00
health-information-management	4	2026-11-22 14:11:50.294441+00
programs	5	2026-11-22 14:11:50.294441+00
sources	6	2026-11-22 14:11:50.294441+00
how-scoring-works	7	2026-11-22 14:11:50.294441+00
privacy	8	2026-11-22 14:11:50.294441+00
cookies	9	2026-11-22 14:11:50.294441+00
accessibility	10	2026-11-22 14:11:50.294441+00
disclosures	11	2026-11-22 14:11:50.294441+00
\.


--
-- Data for Name: page_revision; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.page_revision (id, page_slug, number, status, title, lead, hint, body, author, employer, relationship, content_type, review_due, why, author_id, form_key, created_at, published_at) FROM stdin;
01a20399-5668-711a-a06e-a887dbe00f6c	compare	1	live	Two health IT careers, side by side	Health informatics (HI) on the left, health information management (HIM) on the right. Figures in a row share one statistic, one period and one area.		## In one line\n\n### HI\n\nYou study and shape the systems that hold patient data.\n\n### HIM\n\nYou keep patient records right, private and within the law.\n\n## Degree to start\n\n### HI\n\n**Bachelor’s** degree to begin. Most jobs ask for a **master’s** or a certificate after a bachelor’s.\n\n### HIM\n\n**Associate’s** degree to begin. Higher jobs ask for a **bachelor’s**, and some for a master’s.\n\n## Credential\n\n### HI\n\nNo single one. Some earn CAHIMS or CPHIMS (from HIMSS), or ACHIP (from AMIA).\n\n### HIM\n\nRHIT after an accredited associate’s degree. RHIA after a bachelor’s or more (from AHIMA).\n\n## A normal week\n\n### HI\n\n- Find out why a number looks wrong.\n- Set up or improve health record software.\n- Sit with nurses to learn what they need.\n\n### HIM\n\n- Check that records are complete and private.\n- Work out what a new rule means.\n- As a manager, plan budgets and schedules.\n\n## Biggest difference\n\n### HI\n\nYou are an expert in the work itself. Some people here lead teams too.\n\n### HIM\n\nManagers here answer for a whole team. Most jobs, though, lead nobody.\n\n## Where you work\n\n### HI\n\nMostly the same places as HIM: hospitals, clinics, doctors’ offices, care homes, government.\n\n### HIM\n\nMostly the same places as HI: hospitals, clinics, health companies, insurers, consulting firms.\n\n## Skills\n\n### HI\n\nCareful reading, hard problem solving, and a feel for how systems and data work.\n\n### HIM\n\nClear speaking, a sense for people and rules, and staying calm when things go wrong.\n\n## Drawn to ideas and data\n\n### HI\n\n[[claim:interest.investigative.15-1211.01]]\n\n### HIM\n\n[[claim:interest.investigative.11-9111]]\n\n## Drawn to leading\n\n### HI\n\n[[claim:interest.enterprising.15-1211.01]]\n\n### HIM\n\n[[claim:interest.enterprising.11-9111]]\n\n## Middle pay, first jobs\n\n### HI\n\n[[claim:pay.median.29-9021]]\n\n### HIM\n\n[[claim:pay.median.29-2072]]\n\n## Middle pay, further on\n\n### HI\n\n[[claim:pay.median.15-1211]]\n\n### HIM\n\n[[claim:pay.median.11-9111]]\n\n## Low end, first jobs\n\n### HI\n\n[[claim:pay.p10.29-9021]]\n\n### HIM\n\n[[claim:pay.p10.29-2072]]\n\n## Low end, further on\n\n### HI\n\n[[claim:pay.p10.15-1211]]\n\n### HIM\n\n[[claim:pay.p10.11-9111]]\n\n## Job growth, first jobs\n\n### HI\n\n[[claim:growth.29-9021]]\n\n### HIM\n\n[[claim:growth.29-2072]]\n\n## Job growth, further on\n\n### HI\n\n[[claim:growth.15-1211]]\n\n### HIM\n\n[[claim:growth.11-9111]]\n\n## Openings, first jobs\n\n### HI\n\n[[claim:openings.29-9021]]\n\n### HIM\n\n[[claim:openings.29-2072]]\n\n## Openings, further on\n\n### HI\n\n[[claim:openings.15-1211]]\n\n### HIM\n\n[[claim:openings.11-9111]]\n\n## Which jobs are these?\n\nNo national figure counts HI or HIM alone, so four groups of jobs stand in for them. First jobs set technologists and registrars (HI) beside medical records specialists (HIM). The registrars in the first group work on the HIM side. Further on, systems analysts (HI) stand beside health managers (HIM). The first group is all systems analysts, not HI alone. The second is all health managers, so it overstates HIM. Interests set health informatics specialists beside health managers. Middle pay means that half earn more and half earn less. At the low end, one in ten earns less. All U.S. jobs together have a middle pay of [[claim:pay.median.00-0000]] and a growth of [[claim:growth.00-0000]].	Sam Ortiz	Harbor State College	which teaches both programs	editorial	2027-06-01		\N	01a20399-5669-74f3-a695-dbf84f972791	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5674-731a-b09d-60bdc2ce3871	accessibility	1	live	Accessibility	Signpost is for everyone. Tell us where it is not.		## Our goal\n\nWe build to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. That is what these pages aim for:\n\n- Everything works with a keyboard, and you can see where you are.\n- Everything works without scripts.\n- Pages fit a small phone and text of twice the size.\n- Color never works alone. Words, shapes or fill say the same.\n- Each chart has a table with the same numbers.\n- Errors say what to do, in words, at the field and on top.\n- Nothing moves on its own. Your answers are kept if you are signed out.\n- Pages follow the light, dark or high contrast setting of your system.\n- Sentences are short and plain.\n\n## What we know is missing\n\nWe test in one kind of browser and with an automatic checker. Tests with people who use screen readers are still to come. So are tests in Firefox and Safari.\n\n## How to report a problem\n\nWrite to Sam Ortiz at sam@harbor.example, or tell your advisor. Say which page it was and what you tried to do. You can have any page, or your result, in another form. You can also answer the questions with an advisor.	Sam Ortiz	Harbor State College	which teaches both programs	editorial	2027-11-22		\N	01a20399-5674-731a-b09d-60beb7a2c3ed	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5673-7488-af11-978ce0d85f11	cookies	1	live	Cookies	One cookie keeps your place and holds you signed in.		## The one cookie\n\n- **Name:** `sid`. On a secure address it is called `__Host-sid`.\n- **What it does:** it holds a random number. With it we know that the next page is for the same person. It keeps you signed in, and keeps your place and your language.\n- **When you get it:** only when there is something to keep, such as a sign-in or a choice of language. If you just read, you get none.\n- **How long it lasts:** students are signed out after 2 hours without a click, staff after 30 minutes. It ends after 12 hours at most, or when you sign out.\n- **Who can read it:** only this site. Scripts in the page cannot read it.\n\n## What we do not use\n\n- no cookies for ads\n- no counting of visitors by other firms\n- no pictures, fonts or scripts from other sites\n\n## Why we do not ask first\n\nThe site cannot keep you signed in without this cookie, and it does nothing else. So we tell you about it and show no box to click away. You can block it in your browser. Then you can read all public pages, but you cannot sign in.	Sam Ortiz	Harbor State College	which teaches both programs	editorial	2027-11-22		\N	01a20399-5673-7488-af11-978db80ea7ba	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5675-71ed-8bd5-cd4c23a134ad	disclosures	1	live	Disclosures	Who speaks here, and what we do and do not promise.		## Ad or editorial\n\nEach page says if it is **editorial** or an **ad**. It also names the author, the employer and their link to the programs. Pages on this site are written by Harbor State College, which teaches both programs. So we gain if you enroll. We try to give both fields the same room and the same care.\n\nHarbor State College is a demo school. Its people, programs and accreditation are made up. The national figures are real.\n\n## What our programs cover\n\nA program may not prepare students for all positions named on this site. Ask your advisor which jobs a program prepares you for. All of them are listed under [our programs](/programs).\n\n## Figures, and what they do not promise\n\nFederal rules bar a school from misleading you, also by leaving things out. So we take this care:\n\n- Pay figures are national. They cover all levels of education and experience.\n- They are not starting pay. They are not what our graduates earn.\n- Growth is a projection. It promises no job.\n- A result says what you may like. It does not say how well you would do.\n\nIf a statement here misleads you, tell us. We check it and correct it. [Every figure and its source](/sources).\n\n## Links to other sites\n\nLinks to other sites are for reference only. We do not endorse those sites, and they do not endorse us.\n\n## Accreditation\n\nCAHIIM is the body that accredits programs in these two fields. It covers associate’s and bachelor’s programs in health information management (HIM). It covers master’s programs in HIM and in health informatics (HI). If it also covers bachelor’s programs in HI, we could not confirm it. A program page shows the body, what it covers and the dates, where we have them.\n\nThe old article about these careers showed the marks of two other bodies, ACEN and CCNE. Both accredit nursing. They do not concern these programs.\n\n## Earnings and federal aid\n\nFederal rules ask schools to show what programs cost and what their graduates earn. On each program page we show the official status and its link, once there is one. “Not measured” means that no official figure exists. It is neither good nor bad.\n\nThese rules are changing. As we read it, a new rule on graduates’ earnings was made final on 1 Jul 2026. Most of it is due to take effect on 1 Jul 2027, and schools may report early from 1 Jul 2026. It looks at earnings for nearly all programs at all kinds of schools. A program that fails in two of three years could lose federal student loans. We have these dates from second-hand reports and still have to check them. This is not legal advice.	Sam Ortiz	Harbor State College	which teaches both programs	editorial	2027-06-01		\N	01a20399-5675-71ed-8bd5-cd4d6267e5c1	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-566b-735f-a0d4-3b95684fd9ca	health-informatics	1	live	Health informatics (HI)	You study and shape the systems that hold patient data.		## Education\n\nHI asks for more school than its name lets on. A **bachelor’s degree** is the way in, and many jobs want a **master’s** or a certificate on top of it. O*NET, a job database of the U.S. Department of Labor, asked experts what this job takes:\n\n- a master’s degree: [[claim:degree.master.15-1211.01]]\n- a bachelor’s degree: [[claim:degree.bachelor.15-1211.01]]\n- a certificate after a bachelor’s degree: [[claim:degree.postbacc.15-1211.01]]\n\nNo single exam opens this field. **CAHIMS** is for people who start out. **CPHIMS** is for people with some years behind them. Both come from HIMSS, a health IT society, and both ask for [[claim:credential.himss.hours]] hours of further study in three years. **ACHIP** comes from AMIA, the American Medical Informatics Association. It asks for schooling, experience and an exam.\n\nWhich programs are accredited? CAHIIM is the body that accredits in both fields. In HI it accredits master’s programs. See [what CAHIIM accredits](https://www.cahiim.org/about).\n\n## Duties and places\n\nAMIA says what the field is: the study and good use of health data and knowledge, to solve problems, make choices and improve health. See [AMIA’s definition](https://doi.org/10.1136/amiajnl-2012-001053) and [its list of skills](https://pmc.ncbi.nlm.nih.gov/articles/PMC7647152/).\n\nA normal week can hold:\n\n- finding out why a number looks wrong\n- setting up or improving health record software\n- sitting with nurses to learn what they need\n\nYou are often the one people bring hard questions to. HI also leads teams: leading is on AMIA’s list of skills. Most people work in hospitals and clinics. Others work in doctors’ offices, care homes or government. HIM jobs are in much the same places.\n\n## Skills\n\nO*NET puts these skills on top: careful reading, hard problem solving, clear speaking and writing, and making sense of systems. Design, computers and some programming count for more here than for health managers. Detail counts the same in both.\n\nO*NET also rates what draws people to a job, on a seven-point scale. For HI specialists, ideas and data get [[claim:interest.investigative.15-1211.01]]. Leading gets [[claim:interest.enterprising.15-1211.01]]. This tells an analyst from a manager. It does not tell HI from HIM.\n\n## Pay and outlook\n\nNo national figure counts HI alone. Two groups of jobs stand in for it.\n\n- **First jobs:** health information technologists and medical registrars. Middle pay is [[claim:pay.median.29-9021]]. The low end is [[claim:pay.p10.29-9021]]. Jobs grow by [[claim:growth.29-9021]]. The registrars here work on the HIM side.\n- **Further on:** computer systems analysts. Middle pay is [[claim:pay.median.15-1211]]. The low end is [[claim:pay.p10.15-1211]]. Jobs grow by [[claim:growth.15-1211]]. These are all systems analysts, not HI alone. In health care only, middle pay is [[claim:pay.median.15-1211.sector-62]].\n\nMiddle pay means that half earn more and half earn less. At the low end, one in ten earns less. None of this is starting pay, and none of it is what our graduates earn. Growth is the change over ten years. All jobs grow by [[claim:growth.00-0000]].\n\n## The short version\n\n- You work close to the data and the software.\n- A bachelor’s degree starts you off. A master’s opens more doors.\n- You are valued for what you know. You can come to lead people too.\n- It may suit you if you like hard puzzles and want to make care better.\n\nStill not sure? See the [side by side page](/compare), look at [our programs](/programs), or talk with an advisor.	Sam Ortiz	Harbor State College	which teaches both programs	editorial	2027-06-01		\N	01a20399-566b-735f-a0d4-3b968e8f5f40	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-566c-76da-9d37-c67e94bf31f7	health-information-management	1	live	Health information management (HIM)	You keep patient records right, private and within the law.		## Education\n\nHIM is a ladder you can climb while you work. An **associate’s degree** is the way in, and higher jobs want a **bachelor’s** or a master’s. O*NET, a job database of the U.S. Department of Labor, asked experts what the job of health manager takes:\n\n- a bachelor’s degree: [[claim:degree.bachelor.11-9111]]\n- a master’s degree: [[claim:degree.master.11-9111]]\n- an associate’s degree: [[claim:degree.associate.11-9111]]\n\nTwo exams mark the steps. **RHIT** follows an associate’s degree. **RHIA** follows a bachelor’s or master’s degree, or an approved certificate. Both come from AHIMA, the American Health Information Management Association. The RHIT exam has [[claim:exam.rhit.questions]] questions. It costs [[claim:exam.rhit.fee.member]] for AHIMA members and [[claim:exam.rhit.fee.nonmember]] for others. Years on the job do not replace the degree. Coding has exams of its own, **CCA** and **CCS**.\n\nWhich programs are accredited? CAHIIM is the body that accredits in both fields. In HIM it accredits associate’s, bachelor’s and master’s programs. See [what CAHIIM accredits](https://www.cahiim.org/about).\n\n## Duties and places\n\nAHIMA says what the field is: getting, studying and guarding the medical information that good care needs. It joins business, science and IT. See [AHIMA’s own pages](https://www.ahima.org/) and [all our sources](/sources).\n\nA normal week can hold:\n\n- checking that records are complete and private\n- working out what a new rule means\n- as a manager, planning budgets and schedules\n\nManagers answer for a team. But most HIM jobs are not managers’ jobs: they are in coding, privacy, registries and data quality. Most people work in hospitals and clinics. Others work for health companies, insurers or consulting firms. HI jobs are in much the same places.\n\n## Skills\n\nFor health managers, O*NET puts these skills on top: clear speaking, sharp thinking, leading staff, and reading how people react. Staff matters, money and law count for more here than for HI specialists. Detail counts the same in both.\n\nO*NET also rates what draws people to a job, on a seven-point scale. For health managers, ideas and data get [[claim:interest.investigative.11-9111]]. Leading gets [[claim:interest.enterprising.11-9111]]. This tells a manager from an analyst. It does not tell HIM from HI.\n\n## Pay and outlook\n\nNo national figure counts HIM alone. Two groups of jobs stand in for it.\n\n- **First jobs:** medical records specialists. Middle pay is [[claim:pay.median.29-2072]]. The low end is [[claim:pay.p10.29-2072]]. Jobs grow by [[claim:growth.29-2072]]. Registrars work in HIM too, but BLS, the federal bureau that counts jobs, lists them with the technologists.\n- **Further on:** medical and health services managers. Middle pay is [[claim:pay.median.11-9111]]. The low end is [[claim:pay.p10.11-9111]]. Jobs grow by [[claim:growth.11-9111]]. These are all health managers, so this overstates HIM. In hospitals only, middle pay is [[claim:pay.median.11-9111.hospitals]].\n\nMiddle pay means that half earn more and half earn less. At the low end, one in ten earns less. None of this is starting pay, and none of it is what our graduates earn. Growth is the change over ten years. All jobs grow by [[claim:growth.00-0000]].\n\n## The short version\n\n- You work close to the records, the rules and the people.\n- An associate’s degree starts you off. A bachelor’s opens more doors.\n- You are valued for being sound and fair. You can come to lead people too.\n- It may suit you if you like clear rules and want things to run well.\n\nStill not sure? See the [side by side page](/compare), look at [our programs](/programs), or talk with an advisor.	Sam Ortiz	Harbor State College	which teaches both programs	editorial	2027-06-01		\N	01a20399-566c-76da-9d37-c67f1cd81b34	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-566f-7100-bc9c-b4b8938885c4	how-scoring-works	1	live	How scoring works	No secrets and no guesses. You can add up the points by hand.		## What we ask\n\nWe ask how much you would like to do real tasks. Half of them come from health informatics (HI). Half come from health information management (HIM). Neither half is the better one. The tasks fall into six topics. Each topic has as many HI tasks as HIM tasks. Everyone gets the same tasks in the same order.\n\nYou can leave one out, or say that you do not know enough. Both count as no answer and give no points.\n\n## How points work\n\nLiking an HI task gives points to HI. Liking an HIM task gives points to HIM. Disliking a task gives its points to the other side. A strong answer gives twice as many points. The middle gives none.\n\nSome topics weigh more than others. We give more weight where the two jobs differ most. The weights are in the table on this page.\n\nThen we add up both sides. The difference is the lead. Your result shows each answer with its points, so you can check the sum.\n\n[[show:weights]]\n\n## What the bands mean\n\n- **The better fit so far:** the lead is clear.\n- **Leans toward:** there is a lead, but a small one.\n- **Too close to call:** the lead is so small that we name no program. We say why.\n- **Your answers and your plans point different ways:** your answers lean one way, and your wish to supervise people or not points the other. That lowers the band by one step. The rule is the same for both sides.\n- **Not enough answers yet:** too many are missing. We show no points.\n\n[[show:bands]]\n\nThe limits can change only with a new version. Your result keeps the version it was made with.\n\n## What it cannot tell\n\nIt is a starting point, not a test. It cannot tell how well you would do in a class or a job. It cannot tell if you would get in, or get hired. A set of short questions is never exact. We have not yet measured how steady the results are over time. So a small lead says little, and we treat it so.\n\nIt is made for students who explore. Nobody may use it to admit you or turn you down. Your advisor may see it in another way and will give you the reason. The points stay as they were.\n\n## What never counts\n\nThese never move a point:\n\n- your degree, your credits, your time and your pace\n- what school costs\n- how much pay matters to you\n- where you would like to work\n- your own words about what matters most\n- your name, your age, or who you are\n\nYour degree, credits, time and pace help us show which program fits your plans, and in how many years. That is shown beside the result. It does not change it.	Sam Ortiz	Harbor State College	which teaches both programs	editorial	2027-11-22		\N	01a20399-566f-7100-bc9c-b4b95b816481	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5660-72c8-9672-f64272b66347	landing	1	live	Two health IT careers. Which way is yours?	Health informatics (HI) and health information management (HIM) sound alike. The work, the degree and the pay differ. Compare them, answer 24 short questions, then talk it over with an advisor.	About 8 minutes. Stop any time and come back. It is not a test.	## Side by side\n\nBoth fields keep patient data right and useful. HI works closer to the data and the software. HIM works closer to the records, the rules and the people. Each row below sets like beside like.\n\n[[row:in-one-line]]\n[[row:degree-to-start]]\n[[row:a-normal-week]]\n[[row:biggest-difference]]\n[[row:middle-pay-first-jobs]]\n[[row:middle-pay-further-on]]\n[[row:job-growth-first-jobs]]\n[[row:job-growth-further-on]]\n\n## The degree ladder\n\nStart on the step that fits you. Credits you already have can move you up, and your advisor can tell you which ones count.\n\n[[show:ladder]]\n\n## How it works\n\n### Answer 24 questions\n\nSay how much you would like to do real tasks from both jobs. There are no right answers.\n\n### See every point\n\nYou see the points toward each side, what moved them and what would change them. If it is too close to call, we say so.\n\n### Talk it over\n\nWe email you the result. Your advisor sees it too and can talk it through with you. You decide.\n\n## Which way is yours?\n\nCreate an account, and the questions are next. They take about 8 minutes. Your answers are saved as you go, so you can stop and come back.	Sam Ortiz	Harbor State College	which teaches both programs	editorial	2027-06-01		\N	01a20399-5660-72c8-9672-f643024a1803	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-5670-7402-a540-47abd0321bc0	privacy	1	live	Privacy	What we keep, who can read it, and what you can ask for.		## What we keep\n\n- your name, your email address and a scrambled form of your password\n- your profile: school so far, credits, time, pace and wishes\n- your answers and your results\n- letters we sent you, and what the mail server said about them\n- meetings, advice and notes by your advisors\n\nWe do not ask about your health. We do not sell your data, and no other company gets it for ads.\n\n## Who can read it\n\n- **You** read your profile, answers, results, letters and shared notes.\n- **Your advisor** reads your record while you are assigned to them. If you have no advisor yet, any advisor may open your record and take you on.\n- **Lead advisors** can read every record. They look after the team and decide on requests.\n- **Admins** keep the pages and accounts. They cannot open a record, a note or an answer.\n- **Your family** reads nothing, unless you choose to share it.\n\n## Notes about you\n\nAll notes here are part of your record. There are no private notes. Each note has a level:\n\n- **Student too:** you, your advisor and lead advisors.\n- **Advisors:** your advisor and lead advisors.\n- **Restricted:** the author and lead advisors.\n\nYou may ask to see all of them.\n\n## Your rights\n\nA federal law, FERPA, gives you rights over your school records. At a college they are yours at any age.\n\n- **See it.** Ask, and the school must show you your record within 45 days.\n- **Correct it.** If something is wrong or misleads, ask us to change it. If we say no, we give the reason. You can ask for a hearing, and your own statement stays beside the record. This is for facts. It does not change an opinion or a score as such.\n- **Agree first.** In most cases we need your consent before we show your record to someone outside the school. School staff who need it for their work are one exception.\n- **Know who asked.** The school keeps a list of outside people who asked for your record or got it.\n- **Complain.** You can complain to the U.S. Department of Education.\n\nStart with your advisor or a lead advisor. This page explains the law in plain words. It is not legal advice.\n\n## Email\n\nA letter can hold your result, if the school allows that. It never holds your answers or your notes. Email can be read by others on the way, so think about which address you use.\n\n## How long we keep it\n\nThe school sets how long each kind of data is kept. When that time is over, it is removed on a fixed schedule. You can ask us to erase your record sooner. A lead advisor decides and gives a reason. After that we keep only counts that do not name you.	Sam Ortiz	Harbor State College	which teaches both programs	editorial	2027-11-22		\N	01a20399-5670-7402-a540-47ac7ce4cf4d	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-566d-778c-8768-f575060a79c9	programs	1	live	Our programs	Six programs in two fields. Credits are quarter credits; one semester credit counts as one and a half.		Each card below says who can start, how long it takes and what it leads to. The times are for someone who starts from zero. Credits you bring can shorten a degree.\n\n[[show:programs]]\n\n## The degree ladder\n\nStart on the step that fits you. Credits you already have can move you up.\n\n[[show:ladder]]\n\n## What your credits count for\n\nOnly part of a program may come from credits you already have. The share stands under the ladder. They do not count toward a certificate or a master’s degree. Which of your credits transfer? Ask your advisor.\n\n## Before you enroll\n\n- A program may not prepare you for every job in its field.\n- Ask for its graduation rate, its job rate and the official federal disclosure.\n- Where it says that a figure is not entered yet, we have no dated figure. We do not guess.\n- RHIT and RHIA are exams of AHIMA. They need a program that CAHIIM accredits. [What accreditation means here](/disclosures).\n\nHarbor State College is a demo school. Its programs, credits and accreditation are demo data.	Sam Ortiz	Harbor State College	which teaches both programs	editorial	2027-09-01		\N	01a20399-566d-778c-8768-f5763c549f9d	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
01a20399-566e-724a-9846-5131012153b5	sources	1	live	Every figure and its source	Each number on this site is one row here, with its period, its source and its next check.		## How we keep figures\n\nEach figure is kept once. Pages and letters take it from here, so they all show the same number. Each row says what was counted, where, when, and by whom. Pay is never shown without that. When we correct a figure, the old one stays in its history.\n\nThe pay figures come from a file of the Bureau of Labor Statistics (BLS). We read it from a public package that holds a copy of that file. We then checked some of the numbers on other pages.\n\n## What the marks mean\n\n- **Checked:** we read the figure in the source’s own text or data on that day.\n- **To be checked:** we read it from a second copy, or could not confirm it. We will check it at its source by the date shown. Figures we could not confirm are on this page only, and where we quote the old article.\n- **Historical:** it was said or true once. We keep it for the record. Do not plan with it.\n- **Review due:** the date of the next check has passed.\n\n## The figures\n\n[[show:figures]]\n\n## The old article\n\nMany pages still repeat an old article about these two careers. It used figures from about 2012 to 2014. We list what it said, what was wrong with it, and what holds today.\n\n[[show:article]]\n\n## Other figures kept for the record\n\n[[show:historical]]\n\n## The ladders of the old article\n\nThe article came with five drawings of degree ladders. Here they are as tables.\n\n[[show:ladders]]\n\n## The sources\n\n[[show:sources]]\n\n## Links to other sites\n\nLinks to other sites are for reference only. We do not endorse those sites, and they do not endorse us.	Sam Ortiz	Harbor State College	which teaches both programs	editorial	2027-06-01		\N	01a20399-566e-724a-9846-5132af8ba403	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
\.


--
-- Data for Name: person; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.person (id, role, full_name, email, email_key, password_hash, locale, created_at, last_seen_at, deactivated_at) FROM stdin;
01a20399-579a-7307-ad95-8a76581da4b7	admin	Sam Ortiz	sam@harbor.example	sam@harbor.example	$argon2id$v=19$m=19456,t=2,p=1$Ih9Ge1D7DnkwMWZ4if9CkA$akVwWH87aJZU8XZlRVfV9V5kLsl56Us7SkAGo6gvu7c	en	2026-11-10 14:11:50.796146+00	\N	\N
01a20399-579b-7559-af2f-a499b20affea	lead	Lee Park	lee@harbor.example	lee@harbor.example	$argon2id$v=19$m=19456,t=2,p=1$Ih9Ge1D7DnkwMWZ4if9CkA$akVwWH87aJZU8XZlRVfV9V5kLsl56Us7SkAGo6gvu7c	en	2026-11-10 14:11:50.796146+00	\N	\N
01a20399-579b-7559-af2f-a49ae4c42537	advisor	Ada Bell	ada@harbor.example	ada@harbor.example	$argon2id$v=19$m=19456,t=2,p=1$Ih9Ge1D7DnkwMWZ4if9CkA$akVwWH87aJZU8XZlRVfV9V5kLsl56Us7SkAGo6gvu7c	en	2026-11-10 14:11:50.796146+00	\N	\N
01a20399-579b-7559-af2f-a49b553c5f2d	advisor	Bo Chen	bo@harbor.example	bo@harbor.example	$argon2id$v=19$m=19456,t=2,p=1$Ih9Ge1D7DnkwMWZ4if9CkA$akVwWH87aJZU8XZlRVfV9V5kLsl56Us7SkAGo6gvu7c	en	2026-11-10 14:11:50.796146+00	\N	\N
01a20399-579b-7559-af2f-a49cf943fc97	student	Eve Hart	eve@students.harbor.example	eve@students.harbor.example	$argon2id$v=19$m=19456,t=2,p=1$Ih9Ge1D7DnkwMWZ4if9CkA$akVwWH87aJZU8XZlRVfV9V5kLsl56Us7SkAGo6gvu7c	en	2026-11-10 14:11:50.796146+00	\N	\N
01a20399-579e-72de-b7d2-a4d9be4fa1ec	student	Finn Reyes	finn@students.harbor.example	finn@students.harbor.example	$argon2id$v=19$m=19456,t=2,p=1$Ih9Ge1D7DnkwMWZ4if9CkA$akVwWH87aJZU8XZlRVfV9V5kLsl56Us7SkAGo6gvu7c	en	2026-11-10 14:11:50.796146+00	\N	\N
01a20399-579f-7287-ae7c-fa813538c720	student	Gus Lind	gus@students.harbor.example	gus@students.harbor.example	$argon2id$v=19$m=19456,t=2,p=1$Ih9Ge1D7DnkwMWZ4if9CkA$akVwWH87aJZU8XZlRVfV9V5kLsl56Us7SkAGo6gvu7c	en	2026-11-10 14:11:50.796146+00	\N	\N
01a20399-57a0-70ab-aeca-64d187d82122	student	Hana Sato	hana@students.harbor.example	hana@students.harbor.example	$argon2id$v=19$m=19456,t=2,p=1$Ih9Ge1D7DnkwMWZ4if9CkA$akVwWH87aJZU8XZlRVfV9V5kLsl56Us7SkAGo6gvu7c	en	2026-11-10 14:11:50.796146+00	\N	\N
\.


--
-- Data for Name: profile; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.profile (student_id, called, education, credits, unit, years, pace, cost, supervise, setting, pay, matters, saved_at) FROM stdin;
01a20399-579e-72de-b7d2-a4d9be4fa1ec	Finn	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
01a20399-579f-7287-ae7c-fa813538c720	Gus	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
01a20399-579b-7559-af2f-a49cf943fc97	Eve	some_college	40	quarter	4	full	\N	yes	\N	\N	I want to run the front office one day, not only sit in it.	2026-11-22 14:11:50.796146+00
01a20399-57a0-70ab-aeca-64d187d82122	Hana	some_college	45	quarter	3	full	\N	maybe	\N	\N	\N	2026-11-22 14:11:50.796146+00
\.


--
-- Data for Name: program; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.program (catalog_id, slug, "position", field, title, award, entry, credits, transfer_cap_percent, summary, leads_to, length, cost_note, entry_note, disclosure_status, disclosure_text, disclosure_url, disclosure_as_of) FROM stdin;
01a20399-5678-70f7-b196-3107ba6bd2db	associate-health-information-technology	1	him	Associate’s in health information technology	associate	hs	90	\N	You learn to keep health records complete, correct and private. It is the first step of the HIM ladder.	RHIT exam	2 years full time, 4 years half time	We have no dated price to show. Ask the financial aid office for the cost of this year.	High school diploma or GED. Credits you already have can count.	not_measured	Demo data: no federal earnings measure exists for this program, since Harbor State College is a demo school.	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	bachelor-health-information-management	2	him	Bachelor’s in health information management	bachelor	hs	180	\N	You learn to run records, rules and budgets for a department. Credits from the associate’s program can count.	RHIA exam	4 years full time, 8 years half time	We have no dated price to show. Ask the financial aid office for the cost of this year.	High school diploma or GED. Credits you already have can count.	not_measured	Demo data: no federal earnings measure exists for this program, since Harbor State College is a demo school.	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	bachelor-health-informatics	3	hi	Bachelor’s in health informatics	bachelor	hs	180	\N	You learn to study health data and to set up the systems that hold it. It is the first step of the HI ladder.	Analyst jobs	4 years full time, 8 years half time	We have no dated price to show. Ask the financial aid office for the cost of this year.	High school diploma or GED. Credits you already have can count.	not_measured	Demo data: no federal earnings measure exists for this program, since Harbor State College is a demo school.	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	certificate-health-informatics	4	hi	Certificate in health informatics	certificate	bachelor	27	\N	You add health data and systems to a bachelor’s degree you already have. It is the shortest way into HI.	Analyst jobs	1 year full time, 2 years half time	We have no dated price to show. Ask the financial aid office for the cost of this year.	A bachelor’s degree in any field. Earlier credits do not count toward it.	not_measured	Demo data: no federal earnings measure exists for this program, since Harbor State College is a demo school.	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	master-health-informatics	5	hi	Master’s in health informatics	master	bachelor	54	\N	You learn to lead work on health data and systems, from the first question to the finished change.	Specialist jobs	2 years full time, 3 years half time	We have no dated price to show. Ask the financial aid office for the cost of this year.	A bachelor’s degree in any field. Earlier credits do not count toward it.	not_measured	Demo data: no federal earnings measure exists for this program, since Harbor State College is a demo school.	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	master-health-information-management	6	him	Master’s in health information management	master	bachelor	48	\N	You learn to lead the people, rules and budgets behind health records across a whole organization.	RHIA exam, senior roles	2 years full time, 3 years half time	We have no dated price to show. Ask the financial aid office for the cost of this year.	A bachelor’s degree in any field. Earlier credits do not count toward it.	not_measured	Demo data: no federal earnings measure exists for this program, since Harbor State College is a demo school.	\N	\N
\.


--
-- Data for Name: questionnaire; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.questionnaire (id, number, status, scoring, stem, lean, clear, min_answered, low_variation_same, many_unsure, created_at, published_at) FROM stdin;
01a20399-5599-719b-8c96-1d1a1c41c416	1	published	fit-1.0.0	How much would you like to…	20	44	18	22	3	2026-11-22 14:11:50.294441+00	2026-11-22 14:11:50.796146+00
\.


--
-- Data for Name: registration; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.registration (email_key, email, full_name, password_hash, locale, created_at) FROM stdin;
\.


--
-- Data for Name: result; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.result (id, attempt_id, student_id, questionnaire_id, catalog_id, scoring, outcome, reason, flags, points, hi, him, answered, item_count, contributions, profile, created_at) FROM stdin;
01a20399-57c3-7447-8091-b57de148009c	01a20399-57b1-7025-a743-869f5614a864	01a20399-579b-7559-af2f-a49cf943fc97	01a20399-5599-719b-8c96-1d1a1c41c416	01a20399-5678-70f7-b196-3107ba6bd2db	fit-1.0.0	HIM_CLEAR	\N	{}	-62	2	64	24	24	[{"item": "q01", "choice": -1, "points": -3, "dimension": "ANALYZE"}, {"item": "q02", "choice": 2, "points": -6, "dimension": "LEAD"}, {"item": "q03", "choice": -1, "points": -2, "dimension": "TECH"}, {"item": "q04", "choice": 2, "points": -4, "dimension": "IMPACT"}, {"item": "q05", "choice": 0, "points": 0, "dimension": "COMM"}, {"item": "q06", "choice": 2, "points": -2, "dimension": "TEMPO"}, {"item": "q07", "choice": 2, "points": -6, "dimension": "ANALYZE"}, {"item": "q08", "choice": 0, "points": 0, "dimension": "LEAD"}, {"item": "q09", "choice": 2, "points": -4, "dimension": "TECH"}, {"item": "q10", "choice": 1, "points": 2, "dimension": "IMPACT"}, {"item": "q11", "choice": 2, "points": -2, "dimension": "COMM"}, {"item": "q12", "choice": -1, "points": -1, "dimension": "TEMPO"}, {"item": "q13", "choice": -1, "points": -3, "dimension": "ANALYZE"}, {"item": "q14", "choice": 2, "points": -6, "dimension": "LEAD"}, {"item": "q15", "choice": -1, "points": -2, "dimension": "TECH"}, {"item": "q16", "choice": 2, "points": -4, "dimension": "IMPACT"}, {"item": "q17", "choice": -1, "points": -1, "dimension": "COMM"}, {"item": "q18", "choice": 2, "points": -2, "dimension": "TEMPO"}, {"item": "q19", "choice": 2, "points": -6, "dimension": "ANALYZE"}, {"item": "q20", "choice": -1, "points": -3, "dimension": "LEAD"}, {"item": "q21", "choice": 2, "points": -4, "dimension": "TECH"}, {"item": "q22", "choice": 0, "points": 0, "dimension": "IMPACT"}, {"item": "q23", "choice": 2, "points": -2, "dimension": "COMM"}, {"item": "q24", "choice": -1, "points": -1, "dimension": "TEMPO"}]	{"pay": null, "cost": null, "pace": "full", "unit": "quarter", "years": 4, "called": null, "credits": 40, "matters": null, "setting": null, "education": "some_college", "supervise": "yes"}	2026-11-20 14:11:50.796146+00
01a20399-57fb-762c-b8f3-ff18026a865b	01a20399-57f0-743f-81cf-41a7543b83ce	01a20399-57a0-70ab-aeca-64d187d82122	01a20399-5599-719b-8c96-1d1a1c41c416	01a20399-5678-70f7-b196-3107ba6bd2db	fit-1.0.0	EITHER	BALANCED	{}	19	19	0	24	24	[{"item": "q01", "choice": 1, "points": 3, "dimension": "ANALYZE"}, {"item": "q02", "choice": 0, "points": 0, "dimension": "LEAD"}, {"item": "q03", "choice": 0, "points": 0, "dimension": "TECH"}, {"item": "q04", "choice": 0, "points": 0, "dimension": "IMPACT"}, {"item": "q05", "choice": 0, "points": 0, "dimension": "COMM"}, {"item": "q06", "choice": 0, "points": 0, "dimension": "TEMPO"}, {"item": "q07", "choice": 0, "points": 0, "dimension": "ANALYZE"}, {"item": "q08", "choice": 1, "points": 3, "dimension": "LEAD"}, {"item": "q09", "choice": 0, "points": 0, "dimension": "TECH"}, {"item": "q10", "choice": 1, "points": 2, "dimension": "IMPACT"}, {"item": "q11", "choice": 0, "points": 0, "dimension": "COMM"}, {"item": "q12", "choice": 0, "points": 0, "dimension": "TEMPO"}, {"item": "q13", "choice": 1, "points": 3, "dimension": "ANALYZE"}, {"item": "q14", "choice": 0, "points": 0, "dimension": "LEAD"}, {"item": "q15", "choice": 1, "points": 2, "dimension": "TECH"}, {"item": "q16", "choice": 0, "points": 0, "dimension": "IMPACT"}, {"item": "q17", "choice": 1, "points": 1, "dimension": "COMM"}, {"item": "q18", "choice": 0, "points": 0, "dimension": "TEMPO"}, {"item": "q19", "choice": 0, "points": 0, "dimension": "ANALYZE"}, {"item": "q20", "choice": 1, "points": 3, "dimension": "LEAD"}, {"item": "q21", "choice": 0, "points": 0, "dimension": "TECH"}, {"item": "q22", "choice": 1, "points": 2, "dimension": "IMPACT"}, {"item": "q23", "choice": 0, "points": 0, "dimension": "COMM"}, {"item": "q24", "choice": 0, "points": 0, "dimension": "TEMPO"}]	{"pay": null, "cost": null, "pace": "full", "unit": "quarter", "years": 3, "called": null, "credits": 45, "matters": null, "setting": null, "education": "some_college", "supervise": "maybe"}	2026-11-21 14:11:50.796146+00
\.


--
-- Data for Name: rung; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.rung (catalog_id, ladder, "position", title, level, start_audience, start_credits, end_credits, credit_system, field, leads_to) FROM stdin;
01a20399-5678-70f7-b196-3107ba6bd2db	degree-ladder	1	First class	start	{"High school graduates","Transfer students"}	0	0	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	degree-ladder	2	Associate’s degree	associate	{}	0	90	quarter	him	RHIT exam
01a20399-5678-70f7-b196-3107ba6bd2db	degree-ladder	3	Bachelor’s degree	bachelor	{"Second-degree students"}	90	180	quarter	both	HI: analyst jobs. HIM: RHIA exam
01a20399-5678-70f7-b196-3107ba6bd2db	degree-ladder	4	HI certificate	certificate	{"Anyone with a bachelor’s degree"}	180	207	quarter	hi	Analyst jobs
01a20399-5678-70f7-b196-3107ba6bd2db	degree-ladder	5	HIM master’s	master	{"Anyone with a bachelor’s degree"}	180	228	quarter	him	RHIA exam, senior roles
01a20399-5678-70f7-b196-3107ba6bd2db	degree-ladder	6	HI master’s	master	{"Anyone with a bachelor’s degree"}	180	234	quarter	hi	Specialist jobs
01a20399-5678-70f7-b196-3107ba6bd2db	healthcare-management	1	First class	start	{"High school graduates","Transfer students"}	0	0	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	healthcare-management	2	Associate’s degree	associate	{}	0	90	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	healthcare-management	3	Bachelor’s degree	bachelor	{"People who pursue a second degree"}	90	180	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	healthcare-management	4	Master’s degree	master	{"People who pursue a master’s degree"}	180	228	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsb	1	First class	start	{}	0	0	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsb	2	Associate’s degree	associate	{}	0	90	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsb	3	Start with 90 credits	start	{}	90	90	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsb	4	Bachelor’s degree	bachelor	{}	90	180	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsd	1	First class	start	{}	0	0	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsd	2	Associate’s degree	associate	{}	0	91	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsd	3	Start with 91 credits	start	{}	91	91	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsd	4	Bachelor’s degree	bachelor	{}	91	181	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsjs	1	First class	start	{}	0	0	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsjs	2	Associate’s degree	associate	{}	0	91	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsjs	3	Start with 91 credits	start	{}	91	91	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsjs	4	Bachelor’s degree	bachelor	{}	91	180	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsn	1	First class	start	{}	0	0	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsn	2	Associate’s degree	associate	{}	0	91	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsn	3	Start with 91 credits	start	{}	91	91	quarter	\N	\N
01a20399-5678-70f7-b196-3107ba6bd2db	rsn	4	Bachelor’s degree	bachelor	{}	91	181	quarter	\N	\N
\.


--
-- Data for Name: saved_part; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.saved_part (attempt_id, part, saved_at) FROM stdin;
01a20399-57b1-7025-a743-869f5614a864	1	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	2	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	3	2026-11-19 14:11:50.796146+00
01a20399-57b1-7025-a743-869f5614a864	4	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	1	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	2	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	3	2026-11-19 14:11:50.796146+00
01a20399-57f0-743f-81cf-41a7543b83ce	4	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	1	2026-11-19 14:11:50.796146+00
01a20399-5803-719f-83e1-79f04af24cad	2	2026-11-19 14:11:50.796146+00
\.


--
-- Data for Name: session; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.session (hash, id, person_id, device, created_at, seen_at) FROM stdin;
\.


--
-- Data for Name: setting; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.setting (single, school, zone, credit_unit, email_domains, letters_scores, assign_by) FROM stdin;
t	Harbor State College	America/Chicago	quarter	{}	t	fewest
\.


--
-- Data for Name: source; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.source (key, title, publisher, url, published, retrieved, licence) FROM stdin;
article	Health IT Jobs: Health Informatics vs Health Information Management	Rasmussen College (ad content by Kristina Ericksen, Collegis Education)	\N	\N	2026-11-22	\N
bls-oews-2025	Occupational Employment and Wage Statistics, May 2025 (file oe.data.0.Current)	U.S. Bureau of Labor Statistics	https://www.bls.gov/oes/	2026-05-15	2026-09-26	Public domain (U.S. government work)
bls-oews-older	Occupational Employment Statistics, May 2011, May 2012 and May 2019	U.S. Bureau of Labor Statistics	https://www.bls.gov/oes/	\N	2026-11-22	Public domain (U.S. government work)
bls-ooh-2026	Occupational Outlook Handbook, projections 2025–35	U.S. Bureau of Labor Statistics	https://www.bls.gov/ooh/	2026-08-27	\N	Public domain (U.S. government work)
bls-ooh-2025	Occupational Outlook Handbook, projections 2024–34	U.S. Bureau of Labor Statistics	https://www.bls.gov/ooh/	2025-08-28	\N	Public domain (U.S. government work)
bls-projections-2025	Employment Projections 2024–34 (news release USDL-25-1324)	U.S. Bureau of Labor Statistics	\N	2025-08-28	2026-11-22	Public domain (U.S. government work)
bls-ooh-older	Occupational Outlook Handbook, projections 2019–29, 2022–32 and 2023–33	U.S. Bureau of Labor Statistics	https://www.bls.gov/ooh/	\N	2026-11-22	Public domain (U.S. government work)
onet-29-3	O*NET Database, release 29.3	U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)	https://www.onetcenter.org/database.html	2025-05	2026-11-22	CC BY 4.0
onet-30-2-interests	O*NET Interests file of February 2026 (release 30.2)	U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)	https://www.onetcenter.org/database.html	2026-02	2026-11-22	CC BY 4.0
ahima-exams	Certification pages: RHIT, RHIA, CCA, CCS, CHDA	AHIMA (American Health Information Management Association)	https://www.ahima.org/	\N	\N	\N
ahima-him	Health information management: definition and 2018 domains	AHIMA (American Health Information Management Association)	https://www.ahima.org/	\N	\N	\N
himss-exams	Certification pages: CAHIMS, CPHIMS	HIMSS	https://www.himss.org/	\N	2026-11-22	\N
amia-certification	AMIA Health Informatics Certification (ACHIP)	AMIA (American Medical Informatics Association)	https://amia.org/	\N	2026-11-22	\N
amia-2012	Definition of biomedical informatics (J Am Med Inform Assoc 2012;19:931–8)	AMIA (American Medical Informatics Association)	https://doi.org/10.1136/amiajnl-2012-001053	2012-11	2026-11-22	\N
amia-2017	Core competencies of applied health informatics at master’s level, 2017 (J Am Med Inform Assoc 2018;25:1657–68)	AMIA (American Medical Informatics Association)	https://pmc.ncbi.nlm.nih.gov/articles/PMC7647152/	2018-10-26	2026-11-22	\N
cahiim-about	About CAHIIM: scope and standards	CAHIIM	https://www.cahiim.org/about	\N	2026-11-22	\N
cahiim-website	Website requirements for accredited programs	CAHIIM	https://www.cahiim.org/accreditation/website-requirements	\N	2026-11-22	\N
rasmussen-catalog	University catalog 2025–26	Rasmussen University	https://rasmussen.dcatalog.com/	\N	\N	\N
harbor-catalog	Catalog of the health programs, in force from 1 September 2026 (demo data)	Harbor State College	\N	2026-09-01	2026-11-22	\N
\.


--
-- Data for Name: student; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.student (person_id, advisor_id, newest_result_id, newest_result_at, created_at, looked_at) FROM stdin;
01a20399-579e-72de-b7d2-a4d9be4fa1ec	01a20399-579b-7559-af2f-a49b553c5f2d	\N	\N	2026-11-10 14:11:50.796146+00	\N
01a20399-579f-7287-ae7c-fa813538c720	01a20399-579b-7559-af2f-a49ae4c42537	\N	\N	2026-11-10 14:11:50.796146+00	\N
01a20399-579b-7559-af2f-a49cf943fc97	01a20399-579b-7559-af2f-a49ae4c42537	01a20399-57c3-7447-8091-b57de148009c	2026-11-20 14:11:50.796146+00	2026-11-10 14:11:50.796146+00	2026-11-21 14:11:50.796146+00
01a20399-57a0-70ab-aeca-64d187d82122	01a20399-579b-7559-af2f-a49b553c5f2d	01a20399-57fb-762c-b8f3-ff18026a865b	2026-11-21 14:11:50.796146+00	2026-11-10 14:11:50.796146+00	\N
\.


--
-- Data for Name: throttle; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.throttle (key, count, since, open_again) FROM stdin;
\.


--
-- Data for Name: token; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.token (id, purpose, hash, email_key, person_id, created_at, expires_at, used_at) FROM stdin;
\.


--
-- Name: __diesel_schema_migrations __diesel_schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.__diesel_schema_migrations
    ADD CONSTRAINT __diesel_schema_migrations_pkey PRIMARY KEY (version);


--
-- Name: accreditation accreditation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accreditation
    ADD CONSTRAINT accreditation_pkey PRIMARY KEY (catalog_id, program, "position");


--
-- Name: advice advice_form_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.advice
    ADD CONSTRAINT advice_form_key_key UNIQUE (form_key);


--
-- Name: advice advice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.advice
    ADD CONSTRAINT advice_pkey PRIMARY KEY (id);


--
-- Name: anchor anchor_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.anchor
    ADD CONSTRAINT anchor_pkey PRIMARY KEY (questionnaire_id, "position");


--
-- Name: answer answer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (attempt_id, item);


--
-- Name: assignment assignment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (id);


--
-- Name: attempt attempt_id_questionnaire_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_id_questionnaire_id_key UNIQUE (id, questionnaire_id);


--
-- Name: attempt attempt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (id);


--
-- Name: audit audit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);


--
-- Name: catalog catalog_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.catalog
    ADD CONSTRAINT catalog_number_key UNIQUE (number);


--
-- Name: catalog catalog_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.catalog
    ADD CONSTRAINT catalog_pkey PRIMARY KEY (id);


--
-- Name: claim claim_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (key);


--
-- Name: claim_revision claim_revision_claim_key_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim_revision
    ADD CONSTRAINT claim_revision_claim_key_number_key UNIQUE (claim_key, number);


--
-- Name: claim_revision claim_revision_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim_revision
    ADD CONSTRAINT claim_revision_pkey PRIMARY KEY (id);


--
-- Name: desk desk_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.desk
    ADD CONSTRAINT desk_pkey PRIMARY KEY (advisor_id);


--
-- Name: dimension dimension_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dimension
    ADD CONSTRAINT dimension_pkey PRIMARY KEY (questionnaire_id, code);


--
-- Name: disclaimer disclaimer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclaimer
    ADD CONSTRAINT disclaimer_pkey PRIMARY KEY (key);


--
-- Name: invitation invitation_form_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_form_key_key UNIQUE (form_key);


--
-- Name: invitation invitation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);


--
-- Name: item item_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_pkey PRIMARY KEY (questionnaire_id, name);


--
-- Name: item item_questionnaire_id_position_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_questionnaire_id_position_key UNIQUE (questionnaire_id, "position");


--
-- Name: ladder ladder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ladder
    ADD CONSTRAINT ladder_pkey PRIMARY KEY (catalog_id, key);


--
-- Name: letter_claim letter_claim_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_claim
    ADD CONSTRAINT letter_claim_pkey PRIMARY KEY (letter_id, revision_id);


--
-- Name: letter letter_form_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_form_key_key UNIQUE (form_key);


--
-- Name: letter letter_message_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_message_id_key UNIQUE (message_id);


--
-- Name: letter letter_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_pkey PRIMARY KEY (id);


--
-- Name: letter_try letter_try_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_try
    ADD CONSTRAINT letter_try_pkey PRIMARY KEY (letter_id, number);


--
-- Name: note note_form_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note
    ADD CONSTRAINT note_form_key_key UNIQUE (form_key);


--
-- Name: note note_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note
    ADD CONSTRAINT note_pkey PRIMARY KEY (id);


--
-- Name: page page_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page
    ADD CONSTRAINT page_pkey PRIMARY KEY (slug);


--
-- Name: page_revision page_revision_form_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_revision
    ADD CONSTRAINT page_revision_form_key_key UNIQUE (form_key);


--
-- Name: page_revision page_revision_page_slug_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_revision
    ADD CONSTRAINT page_revision_page_slug_number_key UNIQUE (page_slug, number);


--
-- Name: page_revision page_revision_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_revision
    ADD CONSTRAINT page_revision_pkey PRIMARY KEY (id);


--
-- Name: person person_email_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_email_key_key UNIQUE (email_key);


--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);


--
-- Name: profile profile_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.profile
    ADD CONSTRAINT profile_pkey PRIMARY KEY (student_id);


--
-- Name: program program_catalog_id_position_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.program
    ADD CONSTRAINT program_catalog_id_position_key UNIQUE (catalog_id, "position");


--
-- Name: program program_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.program
    ADD CONSTRAINT program_pkey PRIMARY KEY (catalog_id, slug);


--
-- Name: questionnaire questionnaire_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.questionnaire
    ADD CONSTRAINT questionnaire_number_key UNIQUE (number);


--
-- Name: questionnaire questionnaire_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.questionnaire
    ADD CONSTRAINT questionnaire_pkey PRIMARY KEY (id);


--
-- Name: registration registration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registration
    ADD CONSTRAINT registration_pkey PRIMARY KEY (email_key);


--
-- Name: result result_attempt_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.result
    ADD CONSTRAINT result_attempt_id_key UNIQUE (attempt_id);


--
-- Name: result result_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.result
    ADD CONSTRAINT result_pkey PRIMARY KEY (id);


--
-- Name: rung rung_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rung
    ADD CONSTRAINT rung_pkey PRIMARY KEY (catalog_id, ladder, "position");


--
-- Name: saved_part saved_part_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_part
    ADD CONSTRAINT saved_part_pkey PRIMARY KEY (attempt_id, part);


--
-- Name: session session_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_id_key UNIQUE (id);


--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (hash);


--
-- Name: setting setting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (single);


--
-- Name: source source_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (key);


--
-- Name: student student_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.student
    ADD CONSTRAINT student_pkey PRIMARY KEY (person_id);


--
-- Name: throttle throttle_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.throttle
    ADD CONSTRAINT throttle_pkey PRIMARY KEY (key);


--
-- Name: token token_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_hash_key UNIQUE (hash);


--
-- Name: token token_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);


--
-- Name: advice_author; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX advice_author ON public.advice USING btree (author_id);


--
-- Name: advice_result; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX advice_result ON public.advice USING btree (result_id, created_at DESC);


--
-- Name: assignment_advisor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assignment_advisor ON public.assignment USING btree (advisor_id, since DESC);


--
-- Name: assignment_open; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX assignment_open ON public.assignment USING btree (student_id) WHERE (until IS NULL);


--
-- Name: assignment_student; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assignment_student ON public.assignment USING btree (student_id, since);


--
-- Name: attempt_open; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX attempt_open ON public.attempt USING btree (student_id) WHERE (submitted_at IS NULL);


--
-- Name: attempt_student; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attempt_student ON public.attempt USING btree (student_id, started_at DESC);


--
-- Name: audit_actor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_actor ON public.audit USING btree (actor_id, at DESC);


--
-- Name: audit_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_at ON public.audit USING btree (at DESC);


--
-- Name: audit_student; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_student ON public.audit USING btree (student_id, at DESC);


--
-- Name: catalog_published; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX catalog_published ON public.catalog USING btree (status) WHERE (status = 'published'::text);


--
-- Name: claim_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX claim_due ON public.claim_revision USING btree (review_due) WHERE (status = 'live'::text);


--
-- Name: claim_live; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX claim_live ON public.claim_revision USING btree (claim_key) WHERE (status = 'live'::text);


--
-- Name: invitation_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invitation_by ON public.invitation USING btree (invited_by);


--
-- Name: invitation_open; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX invitation_open ON public.invitation USING btree (email_key) WHERE (accepted_at IS NULL);


--
-- Name: letter_claim_revision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_claim_revision ON public.letter_claim USING btree (revision_id);


--
-- Name: letter_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_due ON public.letter USING btree (next_try_at) WHERE (state = ANY (ARRAY['queued'::text, 'deferred'::text, 'sending'::text]));


--
-- Name: letter_failed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_failed ON public.letter USING btree (created_at DESC) WHERE (state = ANY (ARRAY['failed'::text, 'held'::text]));


--
-- Name: letter_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_person ON public.letter USING btree (person_id, created_at DESC);


--
-- Name: letter_result; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_result ON public.letter USING btree (result_id, created_at DESC);


--
-- Name: note_author; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX note_author ON public.note USING btree (author_id);


--
-- Name: note_student; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX note_student ON public.note USING btree (student_id, created_at DESC);


--
-- Name: page_live; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX page_live ON public.page_revision USING btree (page_slug) WHERE (status = 'live'::text);


--
-- Name: person_staff; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX person_staff ON public.person USING btree (role, full_name, id) WHERE (role <> 'student'::text);


--
-- Name: questionnaire_published; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX questionnaire_published ON public.questionnaire USING btree (status) WHERE (status = 'published'::text);


--
-- Name: result_student; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX result_student ON public.result USING btree (student_id, created_at DESC);


--
-- Name: session_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX session_person ON public.session USING btree (person_id);


--
-- Name: session_seen; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX session_seen ON public.session USING btree (seen_at);


--
-- Name: student_caseload; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_caseload ON public.student USING btree (advisor_id, COALESCE(newest_result_at, '-infinity'::timestamp with time zone) DESC, person_id DESC);


--
-- Name: student_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_newest ON public.student USING btree (COALESCE(newest_result_at, '-infinity'::timestamp with time zone) DESC, person_id DESC);


--
-- Name: student_newest_result; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_newest_result ON public.student USING btree (newest_result_id);


--
-- Name: student_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_waiting ON public.student USING btree (advisor_id, COALESCE(newest_result_at, '-infinity'::timestamp with time zone) DESC, person_id DESC) WHERE ((newest_result_at IS NOT NULL) AND ((looked_at IS NULL) OR (looked_at < newest_result_at)));


--
-- Name: student_waiting_all; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_waiting_all ON public.student USING btree (COALESCE(newest_result_at, '-infinity'::timestamp with time zone) DESC, person_id DESC) WHERE ((newest_result_at IS NOT NULL) AND ((looked_at IS NULL) OR (looked_at < newest_result_at)));


--
-- Name: throttle_since; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX throttle_since ON public.throttle USING btree (since);


--
-- Name: token_alive; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX token_alive ON public.token USING btree (purpose, email_key) WHERE (used_at IS NULL);


--
-- Name: token_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX token_person ON public.token USING btree (person_id);


--
-- Name: advice advice_looks; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER advice_looks AFTER INSERT ON public.advice FOR EACH ROW EXECUTE FUNCTION public.advice_looks_at_student();


--
-- Name: audit audit_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_stands BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


--
-- Name: audit audit_stays; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_stays BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: note note_looks; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER note_looks AFTER INSERT ON public.note FOR EACH ROW EXECUTE FUNCTION public.note_looks_at_student();


--
-- Name: result result_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER result_stands BEFORE UPDATE ON public.result FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


--
-- Name: accreditation accreditation_catalog_id_program_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accreditation
    ADD CONSTRAINT accreditation_catalog_id_program_fkey FOREIGN KEY (catalog_id, program) REFERENCES public.program(catalog_id, slug) ON DELETE CASCADE;


--
-- Name: advice advice_author_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.advice
    ADD CONSTRAINT advice_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.person(id);


--
-- Name: advice advice_result_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.advice
    ADD CONSTRAINT advice_result_id_fkey FOREIGN KEY (result_id) REFERENCES public.result(id) ON DELETE CASCADE;


--
-- Name: anchor anchor_questionnaire_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.anchor
    ADD CONSTRAINT anchor_questionnaire_id_fkey FOREIGN KEY (questionnaire_id) REFERENCES public.questionnaire(id) ON DELETE CASCADE;


--
-- Name: answer answer_attempt_id_questionnaire_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_attempt_id_questionnaire_id_fkey FOREIGN KEY (attempt_id, questionnaire_id) REFERENCES public.attempt(id, questionnaire_id) ON DELETE CASCADE;


--
-- Name: answer answer_questionnaire_id_item_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_questionnaire_id_item_fkey FOREIGN KEY (questionnaire_id, item) REFERENCES public.item(questionnaire_id, name);


--
-- Name: assignment assignment_advisor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_advisor_id_fkey FOREIGN KEY (advisor_id) REFERENCES public.person(id);


--
-- Name: assignment assignment_given_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_given_by_fkey FOREIGN KEY (given_by) REFERENCES public.person(id);


--
-- Name: assignment assignment_student_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_student_id_fkey FOREIGN KEY (student_id) REFERENCES public.student(person_id) ON DELETE CASCADE;


--
-- Name: attempt attempt_questionnaire_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_questionnaire_id_fkey FOREIGN KEY (questionnaire_id) REFERENCES public.questionnaire(id);


--
-- Name: attempt attempt_student_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_student_id_fkey FOREIGN KEY (student_id) REFERENCES public.student(person_id) ON DELETE CASCADE;


--
-- Name: claim_revision claim_revision_author_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim_revision
    ADD CONSTRAINT claim_revision_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.person(id);


--
-- Name: claim_revision claim_revision_claim_key_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim_revision
    ADD CONSTRAINT claim_revision_claim_key_fkey FOREIGN KEY (claim_key) REFERENCES public.claim(key) ON DELETE CASCADE;


--
-- Name: claim_revision claim_revision_disclaimer_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim_revision
    ADD CONSTRAINT claim_revision_disclaimer_fkey FOREIGN KEY (disclaimer) REFERENCES public.disclaimer(key);


--
-- Name: claim_revision claim_revision_source_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim_revision
    ADD CONSTRAINT claim_revision_source_fkey FOREIGN KEY (source) REFERENCES public.source(key);


--
-- Name: desk desk_advisor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.desk
    ADD CONSTRAINT desk_advisor_id_fkey FOREIGN KEY (advisor_id) REFERENCES public.person(id) ON DELETE CASCADE;


--
-- Name: dimension dimension_questionnaire_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dimension
    ADD CONSTRAINT dimension_questionnaire_id_fkey FOREIGN KEY (questionnaire_id) REFERENCES public.questionnaire(id) ON DELETE CASCADE;


--
-- Name: invitation invitation_invited_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.person(id);


--
-- Name: item item_questionnaire_id_dimension_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_questionnaire_id_dimension_fkey FOREIGN KEY (questionnaire_id, dimension) REFERENCES public.dimension(questionnaire_id, code) ON DELETE CASCADE;


--
-- Name: ladder ladder_catalog_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ladder
    ADD CONSTRAINT ladder_catalog_id_fkey FOREIGN KEY (catalog_id) REFERENCES public.catalog(id) ON DELETE CASCADE;


--
-- Name: letter_claim letter_claim_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_claim
    ADD CONSTRAINT letter_claim_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letter(id) ON DELETE CASCADE;


--
-- Name: letter_claim letter_claim_revision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_claim
    ADD CONSTRAINT letter_claim_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.claim_revision(id);


--
-- Name: letter letter_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;


--
-- Name: letter letter_result_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_result_id_fkey FOREIGN KEY (result_id) REFERENCES public.result(id) ON DELETE CASCADE;


--
-- Name: letter_try letter_try_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_try
    ADD CONSTRAINT letter_try_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letter(id) ON DELETE CASCADE;


--
-- Name: note note_author_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note
    ADD CONSTRAINT note_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.person(id);


--
-- Name: note note_student_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note
    ADD CONSTRAINT note_student_id_fkey FOREIGN KEY (student_id) REFERENCES public.student(person_id) ON DELETE CASCADE;


--
-- Name: page_revision page_revision_author_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_revision
    ADD CONSTRAINT page_revision_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.person(id);


--
-- Name: page_revision page_revision_page_slug_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_revision
    ADD CONSTRAINT page_revision_page_slug_fkey FOREIGN KEY (page_slug) REFERENCES public.page(slug) ON DELETE CASCADE;


--
-- Name: profile profile_student_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.profile
    ADD CONSTRAINT profile_student_id_fkey FOREIGN KEY (student_id) REFERENCES public.student(person_id) ON DELETE CASCADE;


--
-- Name: program program_catalog_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.program
    ADD CONSTRAINT program_catalog_id_fkey FOREIGN KEY (catalog_id) REFERENCES public.catalog(id) ON DELETE CASCADE;


--
-- Name: result result_attempt_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.result
    ADD CONSTRAINT result_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES public.attempt(id) ON DELETE CASCADE;


--
-- Name: result result_catalog_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.result
    ADD CONSTRAINT result_catalog_id_fkey FOREIGN KEY (catalog_id) REFERENCES public.catalog(id);


--
-- Name: result result_questionnaire_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.result
    ADD CONSTRAINT result_questionnaire_id_fkey FOREIGN KEY (questionnaire_id) REFERENCES public.questionnaire(id);


--
-- Name: result result_student_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.result
    ADD CONSTRAINT result_student_id_fkey FOREIGN KEY (student_id) REFERENCES public.student(person_id) ON DELETE CASCADE;


--
-- Name: rung rung_catalog_id_ladder_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rung
    ADD CONSTRAINT rung_catalog_id_ladder_fkey FOREIGN KEY (catalog_id, ladder) REFERENCES public.ladder(catalog_id, key) ON DELETE CASCADE;


--
-- Name: saved_part saved_part_attempt_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_part
    ADD CONSTRAINT saved_part_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES public.attempt(id) ON DELETE CASCADE;


--
-- Name: session session_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;


--
-- Name: student student_advisor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.student
    ADD CONSTRAINT student_advisor_id_fkey FOREIGN KEY (advisor_id) REFERENCES public.person(id);


--
-- Name: student student_newest_result_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.student
    ADD CONSTRAINT student_newest_result_id_fkey FOREIGN KEY (newest_result_id) REFERENCES public.result(id) ON DELETE SET NULL;


--
-- Name: student student_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.student
    ADD CONSTRAINT student_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;


--
-- Name: token token_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;


--
-- PostgreSQL database dump complete
--

\unrestrict hyewa2CsufNIuiC20QixvBdl9fsqOT80lpaBD53rQRKWRYprcfeWRBu2w3EMT7Z

