"""Learning management systems: read the exports of their submissions, fill in their gradebooks."""
