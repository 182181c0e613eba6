# Prints, as JSON, what feedparser (python3-feedparser) reads of each file that it is given, in their order.
import calendar
import json
import os
import sys

import feedparser


def seconds(time):
    return calendar.timegm(time) if time else None


def describe(path):
    with open(path, 'rb') as file:
        found = feedparser.parse(
            file.read(), response_headers={'content-location': 'http://127.0.0.1:8097/' + os.path.basename(path)}
        )
    entries = [
        {
            'id': entry.get('id'),
            'title': entry.get('title'),
            'url': entry.get('link'),
            'author': entry.get('author_detail', {}).get('name'),
            'published': seconds(entry.get('published_parsed')),
            # A missing `updated` is read as `published`, except where it is asked for by its key.
            'updated': seconds(entry['updated_parsed']) if 'updated_parsed' in entry.keys() else None,
            'summary': entry.get('summary'),
            'content': [content.get('value') for content in entry.get('content', [])][:1],
        }
        for entry in found.entries
    ]
    feed = {'title': found.feed.get('title'), 'home': found.feed.get('link')}
    return {'version': found.get('version', ''), 'feed': feed, 'entries': entries}


json.dump([describe(path) for path in sys.argv[1:]], sys.stdout)
