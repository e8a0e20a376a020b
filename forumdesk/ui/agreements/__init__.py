# SPDX-License-Identifier: MIT
"""The register of agreements, and the agreement chosen."""
