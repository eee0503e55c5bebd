"""How property tests try many shapes: always the same ones, and no database of failures left behind."""

from hypothesis import HealthCheck, Phase, settings

in_many_shapes = settings(max_examples=25, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
                          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much])
