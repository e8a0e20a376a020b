# SPDX-License-Identifier: MIT
"""From a dossier and options to what a sheet says, one module for each thing said."""
