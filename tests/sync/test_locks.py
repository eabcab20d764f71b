import os
from pathlib import Path

from .devices import CARLA, Device
