# SPDX-License-Identifier: MIT
"""Setting rooms and times: how sheets are cut, what blocks say, how they are drawn."""
