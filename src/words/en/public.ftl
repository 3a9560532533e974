## Public
