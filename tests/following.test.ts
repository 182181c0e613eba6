// The scenarios of the real WordPress (`npm run test:servers`), with one in memory.
import { MemoryBlog } from './servers/memory-blog.ts';
import { testFollowing } from './servers/blog-scenarios.ts';

testFollowing(() => new MemoryBlog());
