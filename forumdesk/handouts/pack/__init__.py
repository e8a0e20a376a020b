# SPDX-License-Identifier: MIT
"""The handout pack: every sheet an edition needs, made in one run, with a list of it all."""
