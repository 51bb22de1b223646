"""What ships: one data-only module for each instrument, province, plan and policy, imported by name."""
