"""What do the faces do with lists and names?

`home` is one folder with its store and index; `loading` takes files in; `updates` fetches newer ones;
`watching` goes on fetching; `past` tells what lists said before; `correcting` puts right what is wrong;
`linking` tells which records are of one party.
"""

from namesake.service.home import ListStatus, Service
from namesake.service.loading import load, ownership, starter
from namesake.service.updates import Updated

__all__ = ["ListStatus", "Service", "Updated", "load", "ownership", "starter"]
