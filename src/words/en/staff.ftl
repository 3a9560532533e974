## Staff

## Admin

flash-invited = The invitation is on its way.
flash-deactivated = The account is closed and all its sessions are ended.
email-has-account = This address has an account already
role-missing = Choose a role
advisor-unknown = Choose an active advisor from the list
deactivation-of-oneself = Nobody closes their own account. Another admin can do it.
deactivation-of-last-admin = This is the only admin. Invite another admin first.
