-- Old keys of forms are swept by the system, whoever sent the forms.
CREATE INDEX submissions_by_time ON submissions (at);
CREATE POLICY system_sweeping ON submissions FOR ALL TO opora_system USING (true);
GRANT SELECT, UPDATE, DELETE ON submissions TO opora_system;
